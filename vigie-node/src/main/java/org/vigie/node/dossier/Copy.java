package org.vigie.node.dossier;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.node.exhibit.CoveredCopies;
import org.vigie.node.exhibit.Exhibit;
import org.vigie.node.exhibit.ExhibitDerived;
import org.vigie.node.exhibit.ExhibitReceived;

/**
 * What of an exhibit goes into a dossier: the bytes as received, or a copy with parts covered.
 *
 * @param number under which the recipient knows it, such as {@code P-001}
 * @param exhibit the exhibit
 * @param made the copy, or null for the bytes as received
 */
public record Copy(String number, Exhibit exhibit, @Nullable ExhibitDerived made) {

  private static final Set<String> KINDS =
      Set.of(
          "chat",
          "picture",
          "screenshot",
          "photo",
          "audio",
          "video",
          "document",
          "email",
          "calls",
          "web");

  static Copy of(int number, Exhibit exhibit, String copy) {
    var made = CoveredCopies.copy(exhibit, copy).orElse(null);
    return new Copy(String.format(Locale.ROOT, "P-%03d", number), exhibit, made);
  }

  /** The kind of {@code exhibit}, of those that have a word in the messages. */
  public static String kind(Exhibit exhibit) {
    var kind = exhibit.kind();
    return KINDS.contains(kind) ? kind : "other";
  }

  /** Whether the bytes are those received. */
  public boolean original() {
    return made == null;
  }

  /** Identifier of the copy; empty for the bytes as received. */
  public String copy() {
    return made == null ? "" : made.derived();
  }

  /** How a recording was written anew for it, as {@link CoveredCopies#anew} says; else empty. */
  public String anew() {
    return made == null ? "" : CoveredCopies.anew(made);
  }

  /** Where the bytes lie. */
  public ExhibitReceived.Bytes bytes() {
    return made == null ? exhibit.received().bytes() : made.bytes();
  }

  /** Type of the bytes. */
  public String mediaType() {
    var type = made == null ? exhibit.received().file().mediaType() : made.mediaType();
    return type.isEmpty() ? "application/octet-stream" : type;
  }

  /** Ending of the file's name in the package. */
  public String extension() {
    return switch (mediaType()) {
      case "image/png" -> "png";
      case "image/jpeg" -> "jpg";
      case "image/gif" -> "gif";
      case "image/webp" -> "webp";
      case "image/heic" -> "heic";
      case "image/avif" -> "avif";
      case "application/pdf" -> "pdf";
      case "application/zip" -> "zip";
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

  /** Its path in the package. */
  public String path() {
    return (original() ? "data/originals/" : "data/derived/") + number + "." + extension();
  }
}
