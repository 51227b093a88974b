package org.vigie.imports.web;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.Source;
import org.vigie.imports.tar.GzipFile;

/**
 * Takes pictures and other files out of saved pages, each as a browser would have kept it: without
 * the headers of the server, its chunks joined, unpacked where gzip or deflate packed it.
 */
public final class WebFiles {

  private static final int BUFFER = 64 * 1024;

  /** What came in chunks or packed is put together in memory. */
  private static final int MOST_PACKED = 32 << 20;

  private WebFiles() {}

  /** Whether a document holds saved pages. */
  public static boolean mayHold(byte[] head) {
    return new WarcReader().recognises(head);
  }

  /**
   * Writes the file whose message begins at {@code at}.
   *
   * @throws ImportRefused {@code import.enclosed-missing} if none does, or it came packed and is
   *     too long; {@code import.zip-broken} if it came packed and is damaged
   * @throws IOException if bytes cannot be had or passed on
   */
  public static void copy(Source source, long at, OutputStream out)
      throws ImportRefused, IOException {
    var from = Math.clamp(at, 0, source.length());
    try (var in = new BufferedInputStream(source.open(from), BUFFER)) {
      var header = answer(new WarcInput(in), source.length() - from);
      var most = (int) Math.min(BUFFER, header.length());
      var head = in.readNBytes(header.isHttp() ? most : 0);
      var http = HttpHead.of(head);
      if (http.chunked() || !http.packed().isEmpty()) {
        unpack(whole(head, in, header.length()), http, out);
      } else {
        out.write(head, http.end(), head.length - http.end());
        pass(in, header.length() - head.length, out);
      }
    }
  }

  /** The header of the first answer from here on: what stands before it goes with its message. */
  private static WarcHeader answer(WarcInput in, long total) throws ImportRefused, IOException {
    while (true) {
      in.blanks();
      var header = in.header();
      if (header == null || header.length() > total - in.at()) {
        throw missing();
      }
      if (header.isAnswer()) {
        return header;
      }
      in.skip(header.length());
    }
  }

  private static void pass(InputStream in, long count, OutputStream out) throws IOException {
    var scratch = new byte[BUFFER];
    for (var left = count; left > 0; ) {
      var n = in.read(scratch, 0, (int) Math.min(scratch.length, left));
      if (n < 0) {
        throw new EOFException("a record ends before its length");
      }
      out.write(scratch, 0, n);
      left -= n;
    }
  }

  private static byte[] whole(byte[] head, InputStream in, long length)
      throws ImportRefused, IOException {
    if (length > MOST_PACKED) {
      throw missing();
    }
    var all = Arrays.copyOf(head, (int) length);
    var read = in.readNBytes(all, head.length, all.length - head.length);
    return Arrays.copyOf(all, head.length + read);
  }

  /** Some programs unpack the body and leave the header as it was; then it is given as it is. */
  private static void unpack(byte[] block, HttpHead http, OutputStream out)
      throws ImportRefused, IOException {
    try (var body = unpacked(http.body(block), http.packed())) {
      body.transferTo(out);
    } catch (ZipException | EOFException damaged) {
      throw new ImportRefused("import.zip-broken");
    }
  }

  private static InputStream unpacked(byte[] body, String how) throws IOException {
    var in = new ByteArrayInputStream(body);
    return switch (how) {
      case "gzip", "x-gzip" -> GzipFile.recognises(body) ? new GZIPInputStream(in) : in;
      case "deflate" -> isZlib(body) ? new InflaterInputStream(in) : in;
      default -> in;
    };
  }

  /** RFC 1950, section 2.2. */
  private static boolean isZlib(byte[] b) {
    return b.length > 1 && (b[0] & 0xF) == 8 && (((b[0] & 0xFF) << 8) + (b[1] & 0xFF)) % 31 == 0;
  }

  private static ImportRefused missing() {
    return new ImportRefused("import.enclosed-missing");
  }
}
