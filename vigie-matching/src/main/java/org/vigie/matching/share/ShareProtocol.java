package org.vigie.matching.share;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.seal.OprfElement;
import org.vigie.seal.OprfEvaluation;
import org.vigie.seal.OprfProof;
import org.vigie.seal.SealRefused;

/** What both ends of the line write and read. All of fixed or announced length, nothing nested. */
final class ShareProtocol {

  static final int STATUS = 1;
  static final int FOUND = 2;
  static final int ADOPT = 3;
  static final int ROOM = 4;
  static final int EVALUATE = 5;
  static final int BEGIN = 6;
  static final int MOVE = 7;
  static final int FINISH = 8;

  static final int DONE = 0;
  static final int REFUSED = 1;

  /** Elements in one question. */
  static final int MOST = 1_000;

  private ShareProtocol() {}

  static void write(DataOutputStream out, List<OprfElement> elements) throws IOException {
    out.writeInt(elements.size());
    for (var element : elements) {
      out.write(element.bytes());
    }
  }

  static List<OprfElement> elements(DataInputStream in) throws IOException, SealRefused {
    var count = in.readInt();
    if (count < 1 || count > MOST) {
      throw new EOFException("no such number of elements");
    }
    var raw = new ArrayList<byte[]>();
    for (var i = 0; i < count; i++) {
      raw.add(exactly(in, OprfElement.LENGTH));
    }
    var elements = new ArrayList<OprfElement>();
    for (var bytes : raw) {
      elements.add(OprfElement.ofBytes(bytes));
    }
    return elements;
  }

  static void write(DataOutputStream out, OprfEvaluation evaluation) throws IOException {
    write(out, evaluation.elements());
    out.write(evaluation.proof().bytes());
  }

  static OprfEvaluation evaluation(DataInputStream in) throws IOException, SealRefused {
    var elements = elements(in);
    return new OprfEvaluation(elements, OprfProof.ofBytes(exactly(in, OprfProof.LENGTH)));
  }

  static ShareAsk ask(DataInputStream in) throws IOException {
    var digits = HexFormat.of().formatHex(exactly(in, ShareAsk.LENGTH));
    return new ShareAsk(digits.substring(0, ShareAsk.LENGTH), digits.substring(ShareAsk.LENGTH));
  }

  static void write(DataOutputStream out, ShareStatus status) throws IOException {
    out.writeInt(status.epoch());
    writePerhaps(out, status.publicKey());
    writePerhaps(out, status.factor());
    out.writeLong(status.evaluated());
  }

  static ShareStatus status(DataInputStream in) throws IOException, SealRefused {
    return new ShareStatus(in.readInt(), perhaps(in), perhaps(in), in.readLong());
  }

  private static void writePerhaps(DataOutputStream out, @Nullable OprfElement element)
      throws IOException {
    out.writeBoolean(element != null);
    if (element != null) {
      out.write(element.bytes());
    }
  }

  private static @Nullable OprfElement perhaps(DataInputStream in) throws IOException, SealRefused {
    return in.readBoolean() ? OprfElement.ofBytes(exactly(in, OprfElement.LENGTH)) : null;
  }

  static byte[] exactly(DataInputStream in, int length) throws IOException {
    var bytes = new byte[length];
    in.readFully(bytes);
    return bytes;
  }
}
