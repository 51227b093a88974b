package org.vigie.matching.join;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Joins whole sets of messages at once, as all of their pairs would but for those of one case, in
 * time that grows with the messages and not with the pairs. Not safe for use by several threads.
 */
final class Bunches {

  /** Of three cases, two that differ from a fourth differ from any other in at least one. */
  private static final int ENOUGH = 3;

  private final List<@Nullable String> cases;
  private final DisjointSets sets;
  private final int[] because;

  Bunches(List<@Nullable String> cases) {
    this.cases = cases;
    sets = new DisjointSets(cases.size());
    because = new int[cases.size()];
  }

  /** Messages of one bunch and one case; those without a case are together and join with all. */
  private static final class Seat {

    private final @Nullable String of;
    private final List<Integer> members = new ArrayList<>(1);
    private boolean together;

    Seat(@Nullable String of) {
      this.of = of;
    }

    boolean mayJoin(Seat other) {
      return of == null || !of.equals(other.of);
    }
  }

  /** Messages that join with the same others. */
  static final class Bunch {

    private final List<Seat> seats;
    private boolean whole;

    private Bunch(List<Seat> seats) {
      this.seats = seats;
    }

    private List<Seat> some() {
      return seats.subList(0, Math.min(ENOUGH, seats.size()));
    }

    /** Whether whatever joins with this bunch, case by case, makes one set of its own seats. */
    private boolean ties() {
      return seats.size() >= ENOUGH || seats.getFirst().of == null;
    }
  }

  /** A bunch of {@code members}, at least one. */
  Bunch bunch(List<Integer> members) {
    var free = new Seat(null);
    var seats = new LinkedHashMap<String, Seat>();
    for (var member : members) {
      var of = cases.get(member);
      var seat = of == null ? free : seats.computeIfAbsent(of, Seat::new);
      seat.members.add(member);
    }
    var all = new ArrayList<Seat>(seats.values());
    if (!free.members.isEmpty()) {
      all.addFirst(free);
    }
    return new Bunch(all);
  }

  /** Every two of {@code bunch}. */
  void join(Bunch bunch, Reason reason) {
    var first = bunch.seats.getFirst();
    if (bunch.seats.size() > 1 || (first.of == null && first.members.size() > 1)) {
      bunch.seats.forEach(seat -> join(first, seat, reason));
      bunch.whole = true;
    }
  }

  /** Each of {@code one} with each of {@code other}. */
  void join(Bunch one, Bunch other, Reason reason) {
    if (one == other) {
      join(one, reason);
      return;
    }
    if (one.whole && other.whole) {
      onceOf(one, other, reason);
      return;
    }
    reach(one, other, reason);
    reach(other, one, reason);
    one.whole |= other.ties();
    other.whole |= one.ties();
  }

  private void onceOf(Bunch one, Bunch other, Reason reason) {
    for (var seat : one.some()) {
      for (var theirs : other.some()) {
        if (seat.mayJoin(theirs)) {
          join(seat, theirs, reason);
          return;
        }
      }
    }
  }

  private void reach(Bunch one, Bunch other, Reason reason) {
    if (!one.whole) {
      for (var seat : one.seats) {
        for (var theirs : other.some()) {
          if (seat.mayJoin(theirs)) {
            join(seat, theirs, reason);
          }
        }
      }
    }
  }

  private void join(Seat one, Seat other, Reason reason) {
    gather(one);
    gather(other);
    sets.join(one.members.getFirst(), other.members.getFirst());
    because[one.members.getFirst()] |= reason.bit();
  }

  private void gather(Seat seat) {
    if (!seat.together) {
      seat.members.forEach(member -> sets.join(seat.members.getFirst(), member));
      seat.together = true;
    }
  }

  /** The smallest message of the set that {@code member} is in. */
  int first(int member) {
    return sets.first(member);
  }

  /** The bits of the reasons noted at {@code member}; those of its set are those of all members. */
  int because(int member) {
    return because[member];
  }
}
