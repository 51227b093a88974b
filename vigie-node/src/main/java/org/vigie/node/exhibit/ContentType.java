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
    /** The same, once a program of the system decoded it. */
    STILL,
    /** Messages, or else the text. */
    TEXT,
    /** Messages, if it holds some, and the list of its files. */
    ARCHIVE,
    /** Duration and such; it is played as it is. */
    SOUND,
    /** As {@link #SOUND} if there is nothing to be seen in it; else nothing. */
    BOXED,
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
      return picture("image/webp", Route.STILL);
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
    } else if (b.startsWith("ID3") || layerThree(b)) {
      return sound("audio/mpeg", Route.SOUND);
    } else if (adts(b, 0)) {
      return sound("audio/aac", Route.SOUND);
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
      case "heic", "heix", "heim", "heis", "mif1", "msf1" -> picture("image/heic", Route.STILL);
      case "avif" -> picture("image/avif", Route.STILL);
      case "qt  " -> new ContentType("video/quicktime", "video", Route.NONE);
      // Recorders of telephones write all kinds of brands, with a film in them or without.
      default -> new ContentType("video/mp4", "video", Route.BOXED);
    };
  }

  /** What a file of {@link Route#BOXED} is, now that its tracks are known. */
  ContentType settled(boolean soundOnly) {
    return soundOnly
        ? sound("audio/mp4", Route.SOUND)
        : new ContentType(mediaType, kind, Route.NONE);
  }

  /** A frame of MPEG audio, layer III, of any version, with a checksum or without. */
  private static boolean layerThree(String b) {
    return b.length() > 2
        && b.charAt(0) == 0xFF
        && "\u00fb\u00fa\u00f3\u00f2\u00e3\u00e2".indexOf(b.charAt(1)) >= 0
        && b.charAt(2) < 0xF0
        && (b.charAt(2) & 0xC) != 0xC;
  }

  /** A frame of AAC, and another where it ends: few bits mark one. */
  private static boolean adts(String b, int at) {
    if (at + 7 > b.length()
        || b.charAt(at) != 0xFF
        || (b.charAt(at + 1) & 0xF6) != 0xF0
        || (b.charAt(at + 2) & 0x3C) > 0x30) {
      return false;
    }
    var length = (b.charAt(at + 3) & 3) << 11 | b.charAt(at + 4) << 3 | b.charAt(at + 5) >> 5;
    return length >= 7 && (at > 0 || length + 7 > b.length() || adts(b, length));
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
      case "audio/aac" -> "aac";
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
