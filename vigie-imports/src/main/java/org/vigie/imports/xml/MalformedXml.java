package org.vigie.imports.xml;

/** Bytes that are no XML. What was read before them stands. */
public final class MalformedXml extends Exception {

  private static final long serialVersionUID = 1L;

  private final long at;

  MalformedXml(String what, long at) {
    super(what, null, false, false);
    this.at = at;
  }

  /** The offset of the first byte that does not fit. */
  public long at() {
    return at;
  }
}
