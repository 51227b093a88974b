package org.vigie.node.exhibit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import org.vigie.imports.text.Encoding;

/**
 * What bytes look like from their first few thousand, whatever their name says. Nothing is parsed
 * here: only fixed marks are compared.
 *
 * @param mediaType such as {@code image/png}
 * @param kind as in {@link ExhibitReceived}
 * @param route what the cage is asked to make of it
 */
record ContentType(String mediaType, String kind, Route route) {

  /** How many bytes are looked at. */
  static final int HEAD = 4096;

  /** One in so many characters of a text. */
  private static final int MOST_CONTROLS = 100;

  /** What is derived. */
  enum Route {
    /** A picture without metadata. */
    PICTURE,
    /** Messages, or else the text. */
    TEXT,
    /** Messages, or else nothing. */
    ARCHIVE,
    /** Duration and such; it is played as it is. */
    SOUND,
    /** Nothing. */
    NONE
  }

  private static final ContentType UNKNOWN =
      new ContentType("application/octet-stream", "other", Route.NONE);

  /** The type of bytes that begin with {@code head}. */
  static ContentType of(byte[] head) {
    var b = new String(head, ISO_8859_1);
    if (b.startsWith("\u0089PNG\r\n\u001a\n")) {
      return picture("image/png", Route.PICTURE);
    } else if (b.startsWith("\u00ff\u00d8\u00ff")) {
      return picture("image/jpeg", Route.PICTURE);
    } else if (b.startsWith("GIF87a") || b.startsWith("GIF89a")) {
      return picture("image/gif", Route.PICTURE);
    } else if (b.startsWith("RIFF") && b.startsWith("WEBP", 8)) {
      return picture("image/webp", Route.NONE);
    } else if (b.startsWith("%PDF-")) {
      return new ContentType("application/pdf", "document", Route.ARCHIVE);
    } else if (b.startsWith("{\\rtf")) {
      return new ContentType("application/rtf", "document", Route.NONE);
    } else if (b.startsWith("PK\u0003\u0004") || b.startsWith("PK\u0005\u0006")) {
      return new ContentType("application/zip", "other", Route.ARCHIVE);
    } else if (b.startsWith("\u001f\u008b\b")) {
      return new ContentType("application/gzip", "other", Route.ARCHIVE);
    } else if (b.startsWith("ustar", 257)) {
      return new ContentType("application/x-tar", "other", Route.ARCHIVE);
    } else if (b.startsWith("WARC/1.")) {
      return new ContentType("application/warc", "web", Route.ARCHIVE);
    }
    return media(b, head);
  }

  private static ContentType picture(String type, Route route) {
    return new ContentType(type, "picture", route);
  }

  private static ContentType media(String b, byte[] head) {
    if (b.startsWith("RIFF") && b.startsWith("WAVE", 8)) {
      return sound("audio/wav", Route.SOUND);
    } else if (b.startsWith("OggS")) {
      return sound("audio/ogg", Route.SOUND);
    } else if (b.startsWith("ID3")
        || b.startsWith("\u00ff\u00fb")
        || b.startsWith("\u00ff\u00f3")) {
      return sound("audio/mpeg", Route.SOUND);
    } else if (b.startsWith("fLaC")) {
      return sound("audio/flac", Route.NONE);
    } else if (b.startsWith("#!AMR")) {
      return sound("audio/amr", Route.SOUND);
    } else if (b.startsWith("\u001aE\u00df\u00a3")) {
      return new ContentType("video/webm", "video", Route.NONE);
    } else if (b.startsWith("ftyp", 4) && b.length() >= 12) {
      return boxed(b.substring(8, 12));
    }
    return isText(b, head) ? new ContentType("text/plain", "document", Route.TEXT) : UNKNOWN;
  }

  private static ContentType sound(String type, Route route) {
    return new ContentType(type, "audio", route);
  }

  /** ISO/IEC 14496-12 files name their brand. */
  private static ContentType boxed(String brand) {
    return switch (brand) {
      case "M4A ", "M4B " -> sound("audio/mp4", Route.SOUND);
      case "heic", "heix", "mif1", "msf1" -> picture("image/heic", Route.NONE);
      case "avif" -> picture("image/avif", Route.NONE);
      case "qt  " -> new ContentType("video/quicktime", "video", Route.NONE);
      default -> new ContentType("video/mp4", "video", Route.NONE);
    };
  }

  /**
   * No noughts and hardly a control character but those of lines: one stray byte must not keep a
   * conversation from being read. UTF-16 often comes without the mark that would say so.
   */
  private static boolean isText(String b, byte[] head) {
    var text =
        switch (Encoding.of(head)) {
          case UTF_8 -> b;
          case UTF_16LE -> new String(head, UTF_16LE);
          case UTF_16BE -> new String(head, UTF_16BE);
        };
    var controls = text.chars().filter(c -> c < 0x20 && "\n\r\t\f".indexOf(c) < 0).count();
    return text.indexOf(0) < 0 && controls * MOST_CONTROLS <= text.length();
  }

  /** The extension for a media type we gave. */
  static String extensionOf(String mediaType) {
    return switch (mediaType) {
      case "image/png" -> "png";
      case "image/jpeg" -> "jpg";
      case "image/gif" -> "gif";
      case "image/webp" -> "webp";
      case "image/heic" -> "heic";
      case "image/avif" -> "avif";
      case "application/pdf" -> "pdf";
      case "application/rtf" -> "rtf";
      case "application/zip" -> "zip";
      case "application/gzip" -> "gz";
      case "application/x-tar" -> "tar";
      case "application/warc" -> "warc";
      case "audio/wav" -> "wav";
      case "audio/ogg" -> "ogg";
      case "audio/mpeg" -> "mp3";
      case "audio/flac" -> "flac";
      case "audio/amr" -> "amr";
      case "audio/mp4" -> "m4a";
      case "video/webm" -> "webm";
      case "video/mp4" -> "mp4";
      case "video/quicktime" -> "mov";
      case "text/plain" -> "txt";
      default -> "bin";
    };
  }
}
