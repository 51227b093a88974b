package org.vigie.matching.text;

import java.util.List;

/**
 * Finds the texts that share most fragments with a given one. Grows one document at a time; what a
 * query answers depends on which documents there are, never on the order they came in. Not safe for
 * use by several threads.
 */
public interface TextIndex {

  /** Adds a document; answers its number, counted from 0. */
  int add(Fragments fragments);

  /**
   * The documents that score at least {@code threshold} against {@code fragments}, best first, then
   * by number.
   *
   * @param threshold above 0, at most 1
   */
  List<Overlap> query(Fragments fragments, double threshold);

  /** How many documents there are. */
  int size();
}
