package org.vigie.node.exhibit.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.BlobId;
import org.vigie.node.exhibit.ExhibitReceived;
import org.vigie.register.OpenRegister;
import org.vigie.register.RegisterRefused;

/**
 * Sends the bytes of an exhibit. Protects against a file that is several things at once (S-84):
 * what we did not make ourselves goes out as an attachment that no browser interprets, under a name
 * of ours and in a sandbox; only recordings say that they are sound.
 */
final class Media {

  private static final String OPAQUE = "application/octet-stream";
  private static final String SANDBOX = "sandbox; default-src 'none'; frame-ancestors 'none'";
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d{1,18})?-(\\d{1,18})?");
  private static final Set<String> SOUNDS =
      Set.of("audio/wav", "audio/ogg", "audio/mpeg", "audio/mp4", "audio/aac", "audio/flac");

  private Media() {}

  static boolean playable(String mediaType) {
    return SOUNDS.contains(mediaType);
  }

  /** The bytes as an attachment called {@code name}. */
  static void attachment(
      OpenRegister file, ExhibitReceived.Bytes bytes, String name, HttpServletResponse response)
      throws RegisterRefused, IOException {
    response.setContentType(OPAQUE);
    response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
    response.setHeader("Content-Security-Policy", SANDBOX);
    send(file, bytes, 0, bytes.length(), response);
  }

  /** A picture that the cage made. */
  static void picture(OpenRegister file, ExhibitReceived.Bytes bytes, HttpServletResponse response)
      throws RegisterRefused, IOException {
    response.setContentType("image/png");
    response.setHeader("Content-Security-Policy", SANDBOX);
    send(file, bytes, 0, bytes.length(), response);
  }

  /** A picture that the cage drew for this answer alone. */
  static void picture(byte[] png, HttpServletResponse response) throws IOException {
    response.setContentType("image/png");
    response.setHeader("Content-Security-Policy", SANDBOX);
    response.setContentLength(png.length);
    response.getOutputStream().write(png);
  }

  /** A recording, or the part of it that a player asks for (RFC 9110 section 14). */
  static void sound(
      OpenRegister file,
      ExhibitReceived.Bytes bytes,
      String mediaType,
      String name,
      @Nullable String range,
      HttpServletResponse response)
      throws RegisterRefused, IOException {
    var length = bytes.length();
    response.setContentType(mediaType);
    response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
    response.setHeader("Content-Security-Policy", SANDBOX);
    response.setHeader("Accept-Ranges", "bytes");
    var asked = RANGE.matcher(range == null ? "" : range);
    if (!asked.matches() || (asked.group(1) == null && asked.group(2) == null)) {
      send(file, bytes, 0, length, response);
      return;
    }
    var suffix = asked.group(1) == null;
    var last = asked.group(2) == null ? length - 1 : Long.parseLong(asked.group(2));
    var from = suffix ? Math.max(0, length - last) : Long.parseLong(asked.group(1));
    var to = suffix ? length - 1 : Math.min(last, length - 1);
    if (from > to) {
      response.setStatus(416);
      response.setHeader("Content-Range", "bytes */" + length);
      return;
    }
    response.setStatus(206);
    response.setHeader("Content-Range", "bytes " + from + "-" + to + "/" + length);
    send(file, bytes, from, to - from + 1, response);
  }

  private static void send(
      OpenRegister file,
      ExhibitReceived.Bytes bytes,
      long from,
      long length,
      HttpServletResponse response)
      throws RegisterRefused, IOException {
    // Opened first: a blob that is gone or damaged is a page, not half an answer.
    try (var in = file.openBlob(new BlobId(bytes.blob()), from, length)) {
      response.setContentLengthLong(length);
      in.transferTo(response.getOutputStream());
    }
  }
}
