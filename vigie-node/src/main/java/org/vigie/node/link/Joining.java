package org.vigie.node.link;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.kernel.PartialDate;
import org.vigie.matching.identifier.Identifier;
import org.vigie.matching.recording.RecordingSketch;
import org.vigie.matching.text.TextSketch;

/**
 * Says which tokens take part on a day: old enough, within the budgets of their account, before the
 * last comparison, not taken back, not from an account that tries numbers out.
 */
final class Joining {

  /** The first Monday of 1970: comparisons fall on Mondays. */
  private static final int MONDAY = 4;

  private final LinkKeys keys;
  private final Ended ended;
  private final LinkPolicy policy;

  Joining(LinkKeys keys, Ended ended, LinkPolicy policy) {
    this.keys = keys;
    this.ended = ended;
    this.policy = policy;
  }

  List<Comparison.Joined> of(OfficeBook book, Instant now, int days) {
    var last = lastComparison(now, days);
    var suspects = suspects(book);
    var purses = new Purses(policy, book.spent());
    var places = new HashMap<String, Long>();
    book.offers().forEach(offer -> places.put(offer.made().offer(), offer.sequence()));
    var joined = new ArrayList<Comparison.Joined>();
    for (var offer : book.offers()) {
      purses.come(offer.sequence());
      var made = offer.made();
      var tokens = new LinkedHashMap<String, SharedKind>();
      for (var token : made.tokens()) {
        var day = purses.named(token.account(), wanted(offer));
        if (day <= last && !suspects.contains(token.account())) {
          SharedKind.ofCode(token.kind()).ifPresent(kind -> tokens.put(token.index(), kind));
        }
      }
      var script = script(made, purses, wanted(offer), last, suspects);
      var recordings = recordings(made, purses, wanted(offer), last, suspects);
      var file = keys.file(made.mailbox());
      if (file.isPresent() && stands(book, made, now)) {
        joined.add(
            new Comparison.Joined(
                made.offer(),
                places.getOrDefault(made.beside(), offer.sequence()),
                file.get(),
                Set.copyOf(made.persons()),
                tokens,
                script,
                recordings,
                made.teller()));
      }
    }
    return joined;
  }

  private static List<TextSketch> script(
      OfferMade made, Purses purses, long wanted, long last, Set<String> suspects) {
    if (made.script().isEmpty()) {
      return List.of();
    }
    var day = purses.named(made.teller(), wanted);
    return day <= last && !suspects.contains(made.teller()) ? sketch(made.script()) : List.of();
  }

  private static List<RecordingSketch> recordings(
      OfferMade made, Purses purses, long wanted, long last, Set<String> suspects) {
    var sketches = new ArrayList<RecordingSketch>();
    for (var number = 0; number < made.recordings().size(); number++) {
      var recording = made.recordings().get(number);
      var day = purses.sound(made.bringer(number), cost(recording), wanted);
      if (day <= last
          && !suspects.contains(made.teller())
          && !suspects.contains(made.bringer(number))) {
        recording(recording).ifPresent(sketches::add);
      }
    }
    return List.copyOf(sketches);
  }

  /** A long recording asks about more than a short one. */
  private static int cost(String recording) {
    return recording(recording).map(RecordingSketch::halfMinutes).orElse(1);
  }

  private static Optional<RecordingSketch> recording(String encoded) {
    try {
      return Optional.of(RecordingSketch.parse(Base64.getDecoder().decode(encoded)));
    } catch (IllegalArgumentException otherEngine) {
      return Optional.empty();
    }
  }

  /** A sketch of an earlier engine cannot be compared with those of this one. */
  private static List<TextSketch> sketch(String script) {
    try {
      return List.of(TextSketch.parse(Base64.getDecoder().decode(script)));
    } catch (IllegalArgumentException otherEngine) {
      return List.of();
    }
  }

  /** Tokens of another key or other rules have nothing in common with these. */
  private boolean stands(OfficeBook book, OfferMade made, Instant now) {
    return made.epoch() == book.epoch()
        && made.norm().equals(Identifier.NORM)
        && !ended.has(made.offer())
        && PartialDate.parse(made.expires())
            .map(until -> !until.latest().isBefore(day(now)))
            .orElse(true);
  }

  /** Accounts that brought an identifier which was given to nobody. */
  static Set<String> suspects(OfficeBook book) {
    var canaries = book.canaryIndexes();
    var suspects = new LinkedHashSet<>(book.held());
    for (var offer : book.offers()) {
      for (var token : offer.made().tokens()) {
        if (canaries.contains(token.index())) {
          suspects.add(token.account());
        }
      }
    }
    return new HashSet<>(suspects);
  }

  /** What {@code offer} uses of the budgets. */
  LinkSpent spent(OfficeBook.Offer offer) {
    var made = offer.made();
    return new LinkSpent(named(made), wanted(offer), false, sounds(made), offer.sequence());
  }

  /** What is left of {@code former} where {@code newer} stands in its place. */
  LinkSpent spent(OfficeBook.Offer former, OfferMade newer) {
    var named = named(former.made());
    named(newer).forEach(named::remove);
    var sounds = sounds(former.made());
    sounds(newer).forEach(sounds::remove);
    return new LinkSpent(named, wanted(former), true, sounds, former.sequence());
  }

  /** The account of each number and name, and of the words. */
  private static List<String> named(OfferMade made) {
    var accounts = new ArrayList<String>();
    made.tokens().forEach(token -> accounts.add(token.account()));
    if (!made.script().isEmpty()) {
      accounts.add(made.teller());
    }
    return accounts;
  }

  /** The account of each half minute of recordings. */
  private static List<String> sounds(OfferMade made) {
    var accounts = new ArrayList<String>();
    for (var number = 0; number < made.recordings().size(); number++) {
      var cost = cost(made.recordings().get(number));
      accounts.addAll(Collections.nCopies(cost, made.bringer(number)));
    }
    return accounts;
  }

  /** The first whole day after the offer has lain long enough. */
  long wanted(OfficeBook.Offer offer) {
    return day(offer.at().plus(policy.age())).toEpochDay() + 1;
  }

  static long lastComparison(Instant now, int days) {
    var today = day(now).toEpochDay();
    return today - Math.floorMod(today - MONDAY, days);
  }

  private static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }
}
