package org.vigie.matching.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Whose the documents of an index are. What one owner brings counts once, however often it comes:
 * else whoever brings a part of a script over and over would make it look like a greeting, and what
 * it joins would be parted. Not safe for use by several threads while something is set.
 */
public final class Owners {

  /** In the place of an owner: a document that nobody else's goes with. */
  public static final int NOBODY = -1;

  private int[] owners = {};
  private final Map<Integer, Fragments> counted = new HashMap<>();

  /** Of nothing yet. */
  public Owners() {}

  /** Says whose {@code document} is: a number from 0, or {@link #NOBODY}. */
  public void set(int document, int owner) {
    if (owner < 0) {
      return;
    }
    if (document >= owners.length) {
      var room = owners.length;
      owners = Arrays.copyOf(owners, Math.max(document + 1, room + (room >> 1)));
      Arrays.fill(owners, room, owners.length, NOBODY);
    }
    owners[document] = owner;
  }

  /** A number that all documents of one owner have: from 0, or below it for nobody's. */
  public int of(int document) {
    var owner = document < owners.length ? owners[document] : NOBODY;
    return owner < 0 ? ~document : owner;
  }

  /** What of {@code document} its owner is not counted for; from now on they are. */
  public Fragments fresh(int document, Fragments fragments) {
    var owner = of(document);
    if (owner < 0) {
      return fragments;
    }
    var before = counted.get(owner);
    counted.put(owner, before == null ? fragments : before.and(fragments));
    return before == null ? fragments : fragments.without(before);
  }

  /** Forgets who was counted for what, to begin anew. */
  public void recount() {
    counted.clear();
  }
}
