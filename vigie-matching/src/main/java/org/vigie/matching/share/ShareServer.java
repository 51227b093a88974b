package org.vigie.matching.share;

import static org.vigie.matching.share.ShareProtocol.exactly;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.vigie.kernel.Secret;
import org.vigie.seal.OprfKey;
import org.vigie.seal.SealRefused;

/**
 * Answers questions on one line, one after the other, until it ends. Whatever comes, the host
 * answers, refuses with a word, or hangs up.
 */
final class ShareServer {

  private final ShareHost host;

  ShareServer(ShareHost host) {
    this.host = host;
  }

  void serve(InputStream questions, OutputStream answers, Runnable each) throws IOException {
    var in = new DataInputStream(new BufferedInputStream(questions));
    var out = new DataOutputStream(new BufferedOutputStream(answers));
    while (true) {
      int question;
      try {
        question = in.readUnsignedByte();
      } catch (EOFException hungUp) {
        return;
      }
      each.run();
      var body = new ByteArrayOutputStream();
      try {
        answer(question, in, new DataOutputStream(body));
        out.writeByte(ShareProtocol.DONE);
        body.writeTo(out);
      } catch (ShareRefused refused) {
        out.writeByte(ShareProtocol.REFUSED);
        out.writeUTF(refused.key());
      } catch (SealRefused malformed) {
        out.writeByte(ShareProtocol.REFUSED);
        out.writeUTF(ShareRefused.MALFORMED);
      }
      out.flush();
    }
  }

  private void answer(int question, DataInputStream in, DataOutputStream out)
      throws IOException, ShareRefused, SealRefused {
    switch (question) {
      case ShareProtocol.STATUS -> ShareProtocol.write(out, host.status());
      case ShareProtocol.FOUND -> {
        var epoch = in.readInt();
        kept(() -> host.found(epoch));
      }
      case ShareProtocol.ADOPT -> {
        var epoch = in.readInt();
        try (var secret = Secret.take(exactly(in, OprfKey.LENGTH))) {
          kept(() -> host.adopt(epoch, secret));
        }
      }
      case ShareProtocol.ROOM -> out.writeInt(host.room(ShareProtocol.ask(in)));
      case ShareProtocol.EVALUATE -> evaluate(in, out);
      case ShareProtocol.BEGIN -> {
        var next = in.readInt();
        kept(() -> host.begin(next));
      }
      case ShareProtocol.MOVE -> {
        var epoch = in.readInt();
        ShareProtocol.write(out, host.move(epoch, ShareProtocol.elements(in)));
      }
      case ShareProtocol.FINISH -> {
        var epoch = in.readInt();
        kept(() -> host.finish(epoch));
      }
      default -> throw new EOFException("no such question");
    }
  }

  private void evaluate(DataInputStream in, DataOutputStream out)
      throws IOException, ShareRefused, SealRefused {
    var ask = ShareProtocol.ask(in);
    var epoch = in.readInt();
    var blinded = ShareProtocol.elements(in);
    try {
      var answer = host.evaluate(ask, epoch, blinded);
      out.writeBoolean(answer.isPresent());
      if (answer.isPresent()) {
        ShareProtocol.write(out, answer.get());
      }
    } catch (IOException disk) {
      throw new ShareRefused(ShareRefused.FAILED);
    }
  }

  private interface Change {
    void make() throws ShareRefused, IOException;
  }

  /** A disk that takes nothing is the host's own trouble, not the line's. */
  private static void kept(Change change) throws ShareRefused {
    try {
      change.make();
    } catch (IOException disk) {
      throw new ShareRefused(ShareRefused.FAILED);
    }
  }
}
