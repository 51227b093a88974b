package org.vigie.node.cage;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.Source;
import org.vigie.imports.cage.CageJob;
import org.vigie.imports.cage.CageProtocol;
import org.vigie.kernel.Refusal;

/** Our side of the two pipes. Believes nothing that comes up. */
final class Conversation {

  private static final int LONGEST_REPORT = 4 << 20;
  private static final int LONGEST_DETAIL = 200;
  private static final int MOST_DETAILS = 8;
  private static final int SPARE_PASSES = 8;
  private static final Pattern KEY = Pattern.compile("import\\.[a-z0-9-]{1,40}");

  /** The other side is gone or talks nonsense. */
  static final class Broken extends IOException {
    private static final long serialVersionUID = 1L;

    Broken(String what) {
      super(what);
    }
  }

  private final DataOutputStream down;
  private final DataInputStream up;
  private final Document document;
  private final long outputBytes;
  private final ByteArrayOutputStream report = new ByteArrayOutputStream();
  private long given;
  private long taken;

  Conversation(Process process, Source source, long outputBytes) {
    this.down = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    this.up = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    this.document = new Document(source);
    this.outputBytes = outputBytes;
  }

  /** Hands over the job and serves until the end. */
  CageResult run(CageJob job, OutputStream out) throws Refusal, IOException {
    try (document) {
      try {
        CageProtocol.sendJob(down, job, document.length());
      } catch (IOException gone) {
        throw new Broken("gone before the job");
      }
      while (true) {
        var kind = kind();
        var body = body();
        switch (kind) {
          case CageProtocol.NEED -> serve(body);
          case CageProtocol.OUTPUT -> output(body, out);
          case CageProtocol.REPORT -> report(body);
          case CageProtocol.REFUSED -> throw refusal(body);
          case CageProtocol.DONE -> {
            return new CageResult(
                CageProtocol.facts(body), report.toString(StandardCharsets.UTF_8).strip());
          }
          default -> throw new Broken("unknown frame");
        }
      }
    }
  }

  private byte kind() throws Broken {
    try {
      return up.readByte();
    } catch (IOException gone) {
      throw new Broken("gone");
    }
  }

  private byte[] body() throws Broken {
    try {
      return CageProtocol.body(up, up.readInt());
    } catch (IOException gone) {
      throw new Broken("gone within a frame");
    }
  }

  private void serve(byte[] body) throws IOException {
    if (body.length != 12) {
      throw new Broken("malformed need");
    }
    var need = ByteBuffer.wrap(body);
    var offset = need.getLong();
    var most = need.getInt();
    if (offset < 0 || offset > document.length() || most < 0 || most > CageProtocol.LARGEST) {
      throw new Broken("need out of bounds");
    }
    var piece = document.read(offset, most);
    given += piece.length;
    if (given > (document.length() + (1 << 20)) * SPARE_PASSES) {
      throw new Broken("asks without end");
    }
    try {
      down.writeInt(piece.length);
      down.write(piece);
      down.flush();
    } catch (IOException gone) {
      throw new Broken("gone while served");
    }
  }

  private void output(byte[] body, OutputStream out) throws IOException, CageRefused {
    taken += body.length;
    if (taken > outputBytes) {
      throw new CageRefused("cage.output", outputBytes);
    }
    out.write(body);
  }

  private void report(byte[] body) throws Broken {
    if (report.size() + body.length > LONGEST_REPORT) {
      throw new Broken("endless report");
    }
    report.writeBytes(body);
  }

  /** A refusal from inside: its key only if it is one of ours, its details cut short. */
  private static Refusal refusal(byte[] body) {
    var lines = new String(body, StandardCharsets.UTF_8).lines().toList();
    if (lines.isEmpty() || !KEY.matcher(lines.getFirst()).matches()) {
      return new CageRefused("cage.failed");
    }
    List<String> details =
        lines.stream()
            .skip(1)
            .limit(MOST_DETAILS)
            .map(d -> d.length() > LONGEST_DETAIL ? d.substring(0, LONGEST_DETAIL) : d)
            .toList();
    return new ImportRefused(lines.getFirst(), details.toArray());
  }
}
