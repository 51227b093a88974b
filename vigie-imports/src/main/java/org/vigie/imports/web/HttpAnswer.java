package org.vigie.imports.web;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.vigie.imports.text.PageText;

/**
 * An answer of a server (RFC 9112), its body unpacked as far as we can.
 *
 * @param status its first line; empty where there was no server
 * @param contentType as it says
 * @param body unpacked
 * @param unreadable why the body cannot be read; empty when it can
 * @param cut whether the body is longer than what is kept
 */
@SuppressWarnings("ArrayRecordComponent") // passed on once, never compared
record HttpAnswer(String status, String contentType, byte[] body, String unreadable, boolean cut) {

  private static final Pattern CHARSET =
      Pattern.compile("(?i)charset\\s{0,5}=\\s{0,5}[\"']?([\\w.:-]{1,40})");
  private static final int LOOKED_AT = 2048;

  /** Parses the bytes of an answer; at most {@code most} bytes come out of a packed body. */
  static HttpAnswer parse(byte[] b, int most) {
    var head = HttpHead.of(b);
    var answer = new HttpAnswer(head.status(), head.contentType(), head.body(b), "", false);
    return head.packed().isEmpty() ? answer : unpacked(answer, head.packed(), most);
  }

  /** Some programs unpack the body and leave the header as it was. */
  private static HttpAnswer unpacked(HttpAnswer packed, String how, int most) {
    var in = new ByteArrayInputStream(packed.body);
    var out = new ByteArrayOutputStream();
    try {
      var unpacking =
          switch (how) {
            case "gzip", "x-gzip" -> new GZIPInputStream(in);
            case "deflate" -> new InflaterInputStream(in);
            default -> null;
          };
      if (unpacking == null) {
        var why = "its words are packed in a way that cannot be read here: " + how;
        return looksPlain(packed.body) ? packed : packed.but(packed.body, why, false);
      }
      out.writeBytes(unpacking.readNBytes(most));
      return packed.but(out.toByteArray(), "", unpacking.read() >= 0);
    } catch (IOException damaged) {
      return looksPlain(packed.body)
          ? packed
          : packed.but(packed.body, "its words are packed and damaged", false);
    }
  }

  private static boolean looksPlain(byte[] b) {
    var at = 0;
    while (at < b.length && (b[at] == ' ' || (b[at] >= '\t' && b[at] <= '\r'))) {
      at++;
    }
    return at < b.length && b[at] == '<';
  }

  private HttpAnswer but(byte[] newBody, String why, boolean newCut) {
    return new HttpAnswer(status, contentType, newBody, why, newCut);
  }

  /** What it is, such as text/html. */
  String type() {
    return contentType.split("[; ]", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  private boolean isPage() {
    return type().equals("text/html") || type().equals("application/xhtml+xml");
  }

  /** Whether it is something with words for people. */
  boolean isText() {
    return isPage() || type().equals("text/plain");
  }

  /** Its words. */
  String words() {
    var text = new String(body, charset());
    return isPage() ? PageText.of(text) : text.replace("\r\n", "\n").strip();
  }

  /** By the header, else by the page itself, else UTF-8. */
  private Charset charset() {
    var said = CHARSET.matcher(contentType);
    if (said.find()) {
      return named(said.group(1));
    }
    var head = new String(body, 0, Math.min(body.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
    var written = CHARSET.matcher(head);
    return isPage() && written.find() ? named(written.group(1)) : StandardCharsets.UTF_8;
  }

  private static Charset named(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return StandardCharsets.UTF_8;
    }
  }
}
