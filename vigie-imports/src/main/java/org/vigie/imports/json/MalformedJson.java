package org.vigie.imports.json;

/** Bytes that are no JSON, even read kindly. What was read before them stands. */
public final class MalformedJson extends Exception {

  private static final long serialVersionUID = 1L;

  private final long at;

  MalformedJson(String what, long at) {
    super(what, null, false, false);
    this.at = at;
  }

  /** The offset of the first byte that does not fit. */
  public long at() {
    return at;
  }
}
