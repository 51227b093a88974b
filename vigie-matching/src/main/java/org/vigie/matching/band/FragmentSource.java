package org.vigie.matching.band;

/** Where the fragments of documents are read from, which are numbered from 0. */
interface FragmentSource {

  /** How many fragments {@code document} has. */
  int count(int document);

  /** Copies the tokens of {@code document}, rising, to the start of {@code into}. */
  void read(int document, int[] into);
}
