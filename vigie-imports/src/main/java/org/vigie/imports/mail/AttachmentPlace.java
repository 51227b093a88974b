package org.vigie.imports.mail;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.Source;
import org.vigie.imports.archive.Slice;
import org.vigie.imports.text.Base64Bytes;
import org.vigie.imports.text.Lines;
import org.vigie.imports.text.QuotedPrintable;

/** Where the bytes of one attachment lie: that whose message begins at a certain place. */
final class AttachmentPlace {

  private static final int LONGEST_LINE = 64 * 1024;

  private final long wanted;
  private long from = -1;
  private long to = -1;
  private String coding = "";

  /** {@code wanted}: where its message begins; -1 for none. */
  AttachmentPlace(long wanted) {
    this.wanted = wanted;
  }

  /** An attachment begins after the blank line {@code place}. */
  void begins(Lines place, String transferEncoding) {
    if (place.start() == wanted) {
      from = place.end();
      coding = transferEncoding;
    }
  }

  /** What has begun ends before {@code at}. */
  void ends(long at) {
    if (from >= 0 && to < 0) {
      to = at;
    }
  }

  /** Writes its bytes as they were before they travelled. */
  void copy(Source source, OutputStream out) throws ImportRefused, IOException {
    if (from < 0 || to < from) {
      throw new ImportRefused("import.enclosed-missing");
    }
    var end = Math.max(from, to - lineBreak(source));
    try (var in = new BufferedInputStream(new Slice(source, from, end - from).open(0))) {
      if (coding.startsWith("base64")) {
        Base64Bytes.decode(in, out);
      } else if (coding.startsWith("quoted-printable")) {
        QuotedPrintable.decode(in, out, LONGEST_LINE);
      } else {
        in.transferTo(out);
      }
    }
  }

  /** The line break before a boundary belongs to it (RFC 2046, section 5.1.1). */
  private int lineBreak(Source source) throws IOException {
    var at = Math.max(from, to - 2);
    try (var in = source.open(at)) {
      var last = in.readNBytes((int) (to - at));
      var n = last.length;
      if (n == 0 || last[n - 1] != '\n') {
        return 0;
      }
      return n > 1 && last[0] == '\r' ? 2 : 1;
    }
  }
}
