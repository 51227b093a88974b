package org.vigie.evidence;

/**
 * A paper that goes with the exhibits, such as the letter.
 *
 * @param name file name of ASCII letters, digits, dots and hyphens
 * @param mediaType such as {@code application/pdf}
 * @param content the bytes
 * @param about what it is, in words
 */
public record Document(String name, String mediaType, Content content, String about) {

  /** Refuses names that could not be file names everywhere. */
  public Document {
    if (!name.matches(PackageNames.SEGMENT)) {
      throw new IllegalArgumentException("Not the name of a document");
    }
  }

  String path() {
    return PackageNames.DOCUMENTS + name;
  }
}
