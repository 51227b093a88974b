package org.vigie.node.link;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
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
    var budget = new Budget(policy);
    for (var spent : book.spent()) {
      spent.accounts().forEach(account -> budget.admit(account, spent.day()));
    }
    var joined = new ArrayList<Comparison.Joined>();
    for (var offer : book.offers()) {
      var made = offer.made();
      var tokens = new LinkedHashMap<String, SharedKind>();
      for (var token : made.tokens()) {
        var day = budget.admit(token.account(), wanted(offer));
        if (day <= last && !suspects.contains(token.account())) {
          SharedKind.ofCode(token.kind()).ifPresent(kind -> tokens.put(token.index(), kind));
        }
      }
      var script = script(made, budget, wanted(offer), last, suspects);
      var file = keys.file(made.mailbox());
      if (file.isPresent() && stands(book, made, now)) {
        joined.add(
            new Comparison.Joined(
                made.offer(),
                offer.sequence(),
                file.get(),
                Set.copyOf(made.persons()),
                tokens,
                script,
                recordings(made, budget, wanted(offer), last, suspects)));
      }
    }
    return joined;
  }

  private static List<TextSketch> script(
      OfferMade made, Budget budget, long wanted, long last, Set<String> suspects) {
    if (made.script().isEmpty()) {
      return List.of();
    }
    var day = budget.admit(made.teller(), wanted);
    return day <= last && !suspects.contains(made.teller()) ? sketch(made.script()) : List.of();
  }

  private static List<RecordingSketch> recordings(
      OfferMade made, Budget budget, long wanted, long last, Set<String> suspects) {
    var sketches = new ArrayList<RecordingSketch>();
    for (var recording : made.recordings()) {
      var day = budget.admit(made.teller(), wanted);
      if (day <= last && !suspects.contains(made.teller())) {
        recording(recording).ifPresent(sketches::add);
      }
    }
    return List.copyOf(sketches);
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
    var suspects = new LinkedHashSet<String>();
    for (var offer : book.offers()) {
      for (var token : offer.made().tokens()) {
        if (canaries.contains(token.index())) {
          suspects.add(token.account());
        }
      }
    }
    return new HashSet<>(suspects);
  }

  LinkSpent spent(OfficeBook.Offer offer) {
    var accounts = new ArrayList<String>();
    offer.made().tokens().forEach(token -> accounts.add(token.account()));
    if (!offer.made().script().isEmpty()) {
      accounts.add(offer.made().teller());
    }
    offer.made().recordings().forEach(recording -> accounts.add(offer.made().teller()));
    return new LinkSpent(accounts, wanted(offer));
  }

  /** The first whole day after the offer has lain long enough. */
  private long wanted(OfficeBook.Offer offer) {
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
