package org.vigie.imports.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** The bytes of a WARC file, counted. Headers are 64 KiB at most. */
final class WarcInput {

  private static final int LONGEST_HEADER = 64 * 1024;

  private final InputStream in;
  private long at;

  /** Reads {@code in}, which knows to mark and which the caller closes. */
  WarcInput(InputStream in) {
    this.in = in;
  }

  /** How many bytes were taken. */
  long at() {
    return at;
  }

  /** Skips line ends; where it stops. */
  long blanks() throws IOException {
    while (true) {
      in.mark(1);
      var c = in.read();
      if (c != '\r' && c != '\n') {
        if (c >= 0) {
          in.reset();
        }
        return at;
      }
      at++;
    }
  }

  /** The header of a record, or null where none is. */
  @Nullable WarcHeader header() throws IOException {
    var left = LONGEST_HEADER;
    var version = line(left);
    if (version == null || !version.startsWith("WARC/")) {
      return null;
    }
    var lines = new ArrayList<String>();
    while (true) {
      left -= version.length();
      var line = line(left);
      if (line == null) {
        return null;
      }
      if (line.isEmpty()) {
        var header = new WarcHeader(lines);
        return header.length() < 0 ? null : header;
      }
      lines.add(line);
      left -= line.length();
    }
  }

  /** A line without its end; null when the file ends or the line does not. */
  private @Nullable String line(int longest) throws IOException {
    var bytes = new ByteArrayOutputStream();
    while (bytes.size() <= longest) {
      var c = in.read();
      if (c < 0) {
        return null;
      }
      at++;
      if (c == '\n') {
        var text = bytes.toString(StandardCharsets.UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
      }
      bytes.write(c);
    }
    return null;
  }

  /** The next bytes, {@code most} at most. */
  byte[] bytes(int most) throws IOException {
    var bytes = in.readNBytes(most);
    at += bytes.length;
    return bytes;
  }

  /** Leaves out bytes. */
  void skip(long count) throws IOException {
    var left = count;
    while (left > 0) {
      var n = in.skip(left);
      if (n == 0 && in.read() >= 0) {
        n = 1;
      }
      if (n == 0) {
        return;
      }
      left -= n;
      at += n;
    }
  }
}
