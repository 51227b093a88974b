package org.vigie.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One exhibit of a package.
 *
 * @param exhibit its number, such as {@code E-001}: ASCII letters, digits, dots and hyphens
 * @param extension of its file, lower-case letters and digits, such as {@code txt}
 * @param mediaType such as {@code text/plain}
 * @param content the bytes
 * @param provenance how it came to be kept
 * @param custody what happened to it since, oldest first
 * @param intake how it stands in the custody log; null if it never was in one
 * @param quoted lines that papers quote, in order
 */
public record Item(
    String exhibit,
    String extension,
    String mediaType,
    Content content,
    Provenance provenance,
    List<CustodyEvent> custody,
    @Nullable Intake intake,
    List<Quoted> quoted) {

  /** An item of which no lines are quoted. */
  public Item(
      String exhibit,
      String extension,
      String mediaType,
      Content content,
      Provenance provenance,
      List<CustodyEvent> custody,
      @Nullable Intake intake) {
    this(exhibit, extension, mediaType, content, provenance, custody, intake, List.of());
  }

  /** Refuses numbers and extensions that could not be file names everywhere. */
  public Item {
    if (!exhibit.matches(PackageNames.EXHIBIT) || !extension.matches("[a-z0-9]{1,8}")) {
      throw new IllegalArgumentException("Not the name of an exhibit");
    }
    custody = List.copyOf(custody);
    quoted = List.copyOf(quoted);
  }

  String path() {
    return (provenance.original() ? PackageNames.ORIGINALS : PackageNames.DERIVED)
        + exhibit
        + "."
        + extension;
  }
}
