package org.vigie.imports.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;
import org.vigie.imports.ImportRefused;

/**
 * How much the compressed streams of a document become, found out before any reader takes memory
 * for them: a file of strangers may be small and become anything (S-85). Does not look for bombs in
 * other compressions, which grow less.
 */
final class Inflated {

  private static final long MOST = 128L << 20;
  private static final int PIECE = 1 << 16;
  private static final Pattern BEGINS = Pattern.compile("(?<!end)stream\r?\n");

  /** Compressed once more: nothing that people send needs it. */
  private static final Pattern TWICE =
      Pattern.compile("/(?:FlateDecode|Fl|LZWDecode|LZW)\\s*/(?:FlateDecode|Fl|LZWDecode|LZW)\\b");

  private Inflated() {}

  /** Refuses a document that would become too much. */
  static void requireModest(byte[] pdf) throws ImportRefused {
    var text = new String(pdf, StandardCharsets.ISO_8859_1);
    var streams = BEGINS.matcher(text);
    var left = MOST;
    while (streams.find() && left >= 0) {
      left -= length(pdf, streams.end(), left);
    }
    if (left < 0 || TWICE.matcher(text).find()) {
      throw new ImportRefused("import.pdf-broken");
    }
  }

  /** Bytes that come out from {@code from} on, not many more than {@code most}. */
  private static long length(byte[] pdf, int from, long most) {
    var length = 0L;
    var piece = new byte[PIECE];
    var bytes = new ByteArrayInputStream(pdf, from, pdf.length - from);
    try (var in = new InflaterInputStream(bytes)) {
      for (var n = in.read(piece); n >= 0 && length <= most; n = in.read(piece)) {
        length += n;
      }
    } catch (IOException notCompressedOrBroken) {
      return length;
    }
    return length;
  }
}
