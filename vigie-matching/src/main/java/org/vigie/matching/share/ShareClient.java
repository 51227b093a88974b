package org.vigie.matching.share;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.vigie.kernel.Secret;
import org.vigie.seal.OprfElement;
import org.vigie.seal.OprfEvaluation;
import org.vigie.seal.SealRefused;

/**
 * The asking end of a line to a share host. Checks no proof: whoever knows the public key that was
 * agreed does. One question at a time; after an {@link IOException} the line is of no more use.
 */
public final class ShareClient {

  private final DataInputStream in;
  private final DataOutputStream out;

  /** Over both directions of a line. */
  public ShareClient(InputStream answers, OutputStream questions) {
    this.in = new DataInputStream(new BufferedInputStream(answers));
    this.out = new DataOutputStream(new BufferedOutputStream(questions));
  }

  /** What is written after the question's number. */
  private interface Body {
    void write(DataOutputStream out) throws IOException;
  }

  /** What is read when the question was answered. */
  private interface Reader<T> {
    T read(DataInputStream in) throws IOException, SealRefused;
  }

  private synchronized <T> T ask(int question, Body body, Reader<T> reader)
      throws IOException, ShareRefused {
    out.writeByte(question);
    body.write(out);
    out.flush();
    return switch (in.readUnsignedByte()) {
      case ShareProtocol.DONE -> {
        try {
          yield reader.read(in);
        } catch (SealRefused malformed) {
          throw new IOException("an answer that is none", malformed);
        }
      }
      case ShareProtocol.REFUSED -> throw ShareRefused.said(in.readUTF());
      default -> throw new IOException("an answer that is none");
    };
  }

  private void tell(int question, Body body) throws IOException, ShareRefused {
    ask(question, body, nothing -> true);
  }

  /** Where the host stands. */
  public ShareStatus status() throws IOException, ShareRefused {
    return ask(ShareProtocol.STATUS, body -> {}, ShareProtocol::status);
  }

  /** See {@link ShareHost#found}. */
  public void found(int epoch) throws IOException, ShareRefused {
    tell(ShareProtocol.FOUND, body -> body.writeInt(epoch));
  }

  /** See {@link ShareHost#adopt}; the caller closes {@code secret}, of 32 bytes. */
  public void adopt(int epoch, Secret secret) throws IOException, ShareRefused {
    var bytes = secret.use(byte[]::clone);
    try {
      tell(
          ShareProtocol.ADOPT,
          body -> {
            body.writeInt(epoch);
            body.write(bytes);
          });
    } finally {
      java.util.Arrays.fill(bytes, (byte) 0);
    }
  }

  /** See {@link ShareHost#room}. */
  public int room(ShareAsk ask) throws IOException, ShareRefused {
    return ask(ShareProtocol.ROOM, body -> body.write(ask.bytes()), DataInputStream::readInt);
  }

  /** See {@link ShareHost#evaluate}; at most 1,000 elements. */
  public Optional<OprfEvaluation> evaluate(ShareAsk ask, int epoch, List<OprfElement> blinded)
      throws IOException, ShareRefused {
    return ask(
        ShareProtocol.EVALUATE,
        body -> {
          body.write(ask.bytes());
          body.writeInt(epoch);
          ShareProtocol.write(body, blinded);
        },
        in -> in.readBoolean() ? Optional.of(ShareProtocol.evaluation(in)) : Optional.empty());
  }

  /** See {@link ShareHost#begin}. */
  public void begin(int next) throws IOException, ShareRefused {
    tell(ShareProtocol.BEGIN, body -> body.writeInt(next));
  }

  /** See {@link ShareHost#move}; at most 1,000 elements. */
  public OprfEvaluation move(int epoch, List<OprfElement> blinded)
      throws IOException, ShareRefused {
    return ask(
        ShareProtocol.MOVE,
        body -> {
          body.writeInt(epoch);
          ShareProtocol.write(body, blinded);
        },
        ShareProtocol::evaluation);
  }

  /** See {@link ShareHost#finish}. */
  public void finish(int epoch) throws IOException, ShareRefused {
    tell(ShareProtocol.FINISH, body -> body.writeInt(epoch));
  }
}
