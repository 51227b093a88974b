package org.vigie.imports.c2pa;

/** A manifest that cannot be read; what it was about is still shown. */
final class Malformed extends Exception {

  private static final long serialVersionUID = 1L;

  Malformed(String what) {
    super(what, null, false, false);
  }
}
