package org.vigie.matching.band;

import org.vigie.matching.text.Fragments;

/** Where the fragments of documents are read from, which are numbered from 0. */
interface FragmentSource {

  /** How many fragments {@code document} has. */
  int count(int document);

  /** Copies the tokens of {@code document}, rising, to the start of {@code into}. */
  void read(int document, int[] into);

  /** The fragments of {@code document}. */
  default Fragments fragments(int document) {
    var tokens = new int[count(document)];
    read(document, tokens);
    return Fragments.rising(tokens);
  }
}
