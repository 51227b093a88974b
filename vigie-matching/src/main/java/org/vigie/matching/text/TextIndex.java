package org.vigie.matching.text;

import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the texts that share most fragments with a given one. Grows one document at a time; texts
 * with the very same fragments are one document, so that flooding it with one script fills nothing.
 * The fragments' frequencies count different texts: what resembles an earlier text by more than
 * half is a variant of it and counts no further, and what one owner added counts once, else
 * flooding would make a script look common. Not safe for use by several threads, apart from {@link
 * #reader()}.
 */
public interface TextIndex {

  /** From this share of fragments on, each worth the same, a text is a variant of another. */
  double VARIANT = 0.6;

  /** Every document. */
  IntPredicate EVERY = document -> true;

  /**
   * Adds a document; answers its number, counted from 0 in the order of adding, or the number of
   * the document that has the very same fragments.
   *
   * @param owner whose it is, from 0, or {@link Owners#NOBODY}: towards frequency and formulas an
   *     owner counts once
   */
  int add(Fragments fragments, int owner);

  /** Adds a document that is nobody else's. */
  default int add(Fragments fragments) {
    return add(fragments, Owners.NOBODY);
  }

  /**
   * The documents that score at least {@code threshold} against {@code fragments}, best first, then
   * by number.
   *
   * @param threshold above 0, at most 1
   */
  default List<Overlap> query(Fragments fragments, double threshold) {
    return reader().query(fragments, threshold, EVERY);
  }

  /**
   * Room to search in, for one thread. Several may be used at once as long as nothing is added;
   * after adding each goes on with what there is then.
   */
  Reader reader();

  /** The fragments of {@code document}; may be asked for by several threads, as readers are. */
  Fragments fragments(int document);

  /** How many documents there are. */
  int size();

  /** Prepares for queries by several threads what has been added; needed before those only. */
  default void settle() {}

  /** Several questions at once, each for documents that come after whoever asks. */
  interface Several {

    /** What they ask for; who asks is counted from 0. */
    Questions questions();

    /** Whether {@code who} asks this index, too. */
    boolean asks(int who);

    /**
     * The number of the first document that comes after {@code who} for the first time: all from
     * there on are wanted, and of those before it some that come again.
     */
    int from(int who);

    /** Whether {@code document} comes more than once. */
    boolean again(int document);
  }

  /** Searches an index. */
  interface Reader {

    /** As {@link TextIndex#query}, of documents that are {@code wanted}. */
    List<Overlap> query(Fragments fragments, double threshold, IntPredicate wanted);

    /**
     * Looks for what will be asked next all at once. Changes no answer as long as nothing is added,
     * and holds until it is said again. Answers who may find something; null if that is not known.
     *
     * @param threshold of these questions
     */
    default @Nullable BitSet expect(Several asked, double threshold) {
      return null;
    }

    /** As {@link #query}, of one that was expected, at the same threshold. */
    default List<Overlap> queryExpected(
        Fragments fragments, double threshold, IntPredicate wanted) {
      return query(fragments, threshold, wanted);
    }

    /**
     * Whether {@code part}, which two texts share, is a {@link Formula} that many others hold as
     * well, but for less than {@code least} of full worth. It is the same both ways, and what was
     * found of others is remembered.
     */
    boolean isFormula(Fragments part, double least);
  }
}
