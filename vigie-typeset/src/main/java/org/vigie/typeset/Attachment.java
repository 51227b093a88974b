package org.vigie.typeset;

/**
 * A file carried inside the document (PDF/A-3, associated file). Its bytes are not copied.
 *
 * <p>Names and descriptions are shown to whoever opens the document.
 */
public final class Attachment {

  /** What a file is to the document (ISO 19005-3, annex E). */
  public enum Relationship {
    /** What the document was made from. */
    SOURCE("Source"),
    /** Figures behind a table or a chart. */
    DATA("Data"),
    /** The same in another form. */
    ALTERNATIVE("Alternative"),
    /** Something more. */
    SUPPLEMENT("Supplement");

    private final String pdfName;

    Relationship(String pdfName) {
      this.pdfName = pdfName;
    }

    String pdfName() {
      return pdfName;
    }
  }

  private final String name;
  private final String mediaType;
  private final String description;
  private final Relationship relationship;
  private final byte[] bytes;

  /**
   * A file named {@code name}, of the MIME type {@code mediaType}.
   *
   * @param description one line that says what it is
   */
  public Attachment(
      String name, String mediaType, String description, Relationship relationship, byte[] bytes) {
    this.name = name;
    this.mediaType = mediaType;
    this.description = description;
    this.relationship = relationship;
    this.bytes = bytes;
  }

  String name() {
    return name;
  }

  String mediaType() {
    return mediaType;
  }

  String description() {
    return description;
  }

  Relationship relationship() {
    return relationship;
  }

  byte[] bytes() {
    return bytes;
  }
}
