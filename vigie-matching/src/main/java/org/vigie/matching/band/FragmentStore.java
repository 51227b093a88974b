package org.vigie.matching.band;

import org.vigie.matching.text.Fragments;

/**
 * Keeps the fragments of documents apart from the index, which asks for few of them: to score a
 * candidate exactly, and for all of them to be built anew. Whoever keeps them on disk has to seal
 * them: a long list of keyed fragments is a substitution cipher. Reading must be possible from
 * several threads as long as nothing is added.
 */
public interface FragmentStore extends FragmentSource {

  /** Keeps {@code fragments} as document number {@link #size()}. */
  void add(Fragments fragments);

  /** How many documents there are. */
  int size();

  /** How many fragments {@code document} has. */
  @Override
  int count(int document);

  /** Copies the tokens of {@code document}, rising, to the start of {@code into}. */
  @Override
  void read(int document, int[] into);

  /**
   * Says that {@code documents} from {@code from} until {@code to} will be read next, so that what
   * takes long to reach is asked for all at once. Changes no answer.
   */
  default void expect(int[] documents, int from, int to) {}
}
