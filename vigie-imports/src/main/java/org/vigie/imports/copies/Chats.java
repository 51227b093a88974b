package org.vigie.imports.copies;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Puts exports of one chat together. */
public final class Chats {

  /** So many messages are compared: what a few seconds take, whatever somebody sends. */
  private static final long MOST = 50_000_000;

  private Chats() {}

  /** Whether comparing {@code exports}, each with every other of its time, takes too long. */
  public static boolean areTooMany(List<Prints> exports) {
    var work = 0L;
    for (var i = 0; i < exports.size(); i++) {
      for (var j = i + 1; j < exports.size(); j++) {
        if (exports.get(i).overlaps(exports.get(j))) {
          work += exports.get(i).size() + exports.get(j).size();
        }
      }
    }
    return work > MOST;
  }

  /** The places of {@code exports}; those of one chat together, the one that begins first first. */
  public static List<List<Integer>> among(List<Prints> exports) {
    var chat = new int[exports.size()];
    Arrays.setAll(chat, i -> i);
    for (var i = 0; i < chat.length; i++) {
      for (var j = i + 1; j < chat.length; j++) {
        if (chat[j] != chat[i] && exports.get(i).sameChat(exports.get(j))) {
          join(chat, chat[i], chat[j]);
        }
      }
    }
    var all = new ArrayList<List<Integer>>();
    for (var i = 0; i < chat.length; i++) {
      if (chat[i] == i) {
        all.add(members(exports, chat, i));
      }
    }
    return all;
  }

  private static void join(int[] chat, int one, int other) {
    var lower = Math.min(one, other);
    var higher = Math.max(one, other);
    for (var i = 0; i < chat.length; i++) {
      chat[i] = chat[i] == higher ? lower : chat[i];
    }
  }

  /** Of those that begin together the longest is first, then the one that names most files. */
  private static List<Integer> members(List<Prints> exports, int[] chat, int lowest) {
    var places = new ArrayList<Integer>();
    for (var i = 0; i < chat.length; i++) {
      if (chat[i] == lowest) {
        places.add(i);
      }
    }
    places.sort(
        Comparator.comparingLong((Integer i) -> exports.get(i).first())
            .thenComparingInt(i -> -exports.get(i).size())
            .thenComparingInt(i -> exports.get(i).unnamed()));
    return places;
  }
}
