package org.vigie.node.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import org.vigie.register.Draft;
import org.vigie.register.OpenRegister;
import org.vigie.register.RegisterRefused;

/**
 * Puts offers that cases filed again by newer rules in the place of what they were and destroys
 * that. It is written at once or not at all, so nothing counts twice; broken off anywhere, the next
 * visit of a keeper goes on.
 */
final class Replacing {

  private static final int AT_ONCE = 200;

  private final Ended ended;
  private final Joining joining;

  Replacing(Ended ended, Joining joining) {
    this.ended = ended;
    this.joining = joining;
  }

  /** An offer that was filed again, and where that is written. */
  private record Waiting(long entry, OfferRefiled refiled) {}

  /** Does what is left to do; while the key changes there is nothing. */
  void advance(OpenRegister office) throws RegisterRefused {
    var book = office.fold(OfficeBook.FOLD);
    if (!book.key().ready().isEmpty()) {
      return;
    }
    var offers = new HashMap<String, OfficeBook.Offer>();
    book.offers().forEach(offer -> offers.put(offer.made().offer(), offer));
    var over = new ArrayList<Long>();
    for (var waiting : newest(office, over)) {
      var former = offers.get(waiting.refiled().offer());
      if (former != null && !ended.has(former.made().offer())) {
        if (former.made().epoch() != book.epoch()) {
          continue;
        }
        replace(office, former, former.made().again(waiting.refiled()));
      }
      over.add(waiting.entry());
    }
    over.addAll(office.fold(OfficeBook.FOLD).stale());
    destroy(office, over);
  }

  /** The last of each offer; entries of earlier ones go to {@code over}. */
  private static List<Waiting> newest(OpenRegister office, List<Long> over) throws RegisterRefused {
    var newest = new LinkedHashMap<String, Waiting>();
    for (var entry : office.entries()) {
      var refiled = entry.as(LinkTypes.REFILED);
      if (refiled.isPresent()) {
        var before =
            newest.put(refiled.get().offer(), new Waiting(entry.sequence(), refiled.get()));
        if (before != null) {
          over.add(before.entry());
        }
      }
    }
    return newest.values().stream().limit(AT_ONCE).toList();
  }

  /** All at once: who was there earlier stays so, and what was used of the budgets stays used. */
  private void replace(OpenRegister office, OfficeBook.Offer former, OfferMade newer)
      throws RegisterRefused {
    if (newer.equals(former.made())) {
      return;
    }
    var moved = new OfferMoved(newer, former.sequence(), former.at().toEpochMilli());
    var spent = joining.spent(former, newer);
    office.appendAll(
        List.of(new Draft<>(LinkTypes.MOVED, moved), new Draft<>(LinkTypes.SPENT, spent)));
  }

  private static void destroy(OpenRegister office, List<Long> over) throws RegisterRefused {
    for (var entry : over) {
      if (!office.entries().get(Math.toIntExact(entry)).erased()) {
        office.erase(entry);
      }
    }
  }
}
