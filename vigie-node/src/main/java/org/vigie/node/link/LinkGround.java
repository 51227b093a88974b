package org.vigie.node.link;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigie.kernel.PartialDate;
import org.vigie.kernel.Refusal;
import org.vigie.kernel.RegisterId;
import org.vigie.matching.campaign.Likeness;
import org.vigie.matching.campaign.Means;
import org.vigie.matching.campaign.Sighting;
import org.vigie.matching.recording.RecordingCopies;
import org.vigie.matching.recording.RecordingSketch;
import org.vigie.matching.text.ExactTextIndex;
import org.vigie.matching.text.TextMatcher;
import org.vigie.node.shell.SignedIn;
import org.vigie.register.OpenRegister;
import org.vigie.register.Registers;
import org.vigie.seal.SealRefused;

/**
 * What takes part in the comparison, as campaigns are found in it: digests and codes, of people who
 * agreed to be compared and to be counted. Opens for keepers alone. Safe for use by several
 * threads.
 */
public final class LinkGround {

  /** How alike recordings are that chance has no part in, and those of which it may have. */
  private static final double CLEAR = 1;

  private static final double SOME = Likeness.SURE / 2;

  private final Registers registers;
  private final LinkKeys keys;
  private final Ended ended;
  private final OfficeAddress address;
  private final Joining joining;
  private final InstantSource clock;

  LinkGround(
      Registers registers,
      LinkKeys keys,
      Ended ended,
      OfficeAddress address,
      LinkPolicy policy,
      InstantSource clock) {
    this.registers = registers;
    this.keys = keys;
    this.ended = ended;
    this.address = address;
    this.joining = new Joining(keys, ended, policy);
    this.clock = clock;
  }

  /**
   * What takes part.
   *
   * @param sightings one an incident
   * @param likenesses of their words, and of recordings that they cite
   * @param until the last day of each one's consent, by identifier; without one it has no end
   */
  public record Ground(
      List<Sighting> sightings, List<Likeness> likenesses, Map<String, Long> until) {}

  /** The day of the round that began last, counted from 1970: a Monday. */
  public long round(int days) {
    return Joining.lastComparison(clock.instant(), days);
  }

  /**
   * What took part when the last round began, less what was taken back since.
   *
   * @param days between two rounds
   * @return nothing if this keeper was not let in yet
   */
  public Optional<Ground> read(SignedIn keeper, int days) throws Refusal {
    var register = address.register();
    var office =
        register.isEmpty()
            ? Optional.<OpenRegister>empty()
            : registers.open(keeper.keys(), register.get());
    if (office.isEmpty()) {
      return Optional.empty();
    }
    var book = office.get().fold(OfficeBook.FOLD);
    var made = new HashMap<String, OfficeBook.Offer>();
    book.offers().forEach(offer -> made.put(offer.made().offer(), offer));
    var counted = new ArrayList<Comparison.Joined>();
    for (var joined : joining.of(book, clock.instant(), days)) {
      if (made.containsKey(joined.offer()) && ended.counted(joined.offer())) {
        counted.add(joined);
      }
    }
    var sightings = new ArrayList<Sighting>();
    var until = new HashMap<String, Long>();
    for (var joined : counted) {
      var offer = made.get(joined.offer());
      if (offer != null) {
        sightings.add(sighting(joined, offer));
        PartialDate.parse(offer.made().expires())
            .ifPresent(last -> until.put(joined.offer(), last.latest().toEpochDay()));
      }
    }
    return Optional.of(new Ground(sightings, likenesses(counted), until));
  }

  private Sighting sighting(Comparison.Joined joined, OfficeBook.Offer offer) {
    var traces = new HashMap<String, Means>();
    joined.tokens().forEach((index, kind) -> traces.put(index, Means.valueOf(kind.name())));
    var made = offer.made();
    return new Sighting(
        joined.offer(),
        LocalDate.ofInstant(offer.at(), ZoneOffset.UTC).toEpochDay(),
        keys.digest("file", joined.file().value()),
        joined.persons(),
        Set.copyOf(made.helpers()),
        traces,
        made.act().isEmpty() ? Set.of() : Set.of(made.act()));
  }

  private static List<Likeness> likenesses(List<Comparison.Joined> all) {
    var likenesses = new ArrayList<>(words(all));
    likenesses.addAll(recordings(all));
    return likenesses;
  }

  /** Copies by which two incidents are joined once, by the clearest. */
  private static Collection<Likeness> recordings(List<Comparison.Joined> all) {
    var sketches = new ArrayList<RecordingSketch>();
    var owners = new ArrayList<String>();
    var theirs = new ArrayList<RecordingCopies.Whose>();
    var voices = Voices.ofRecordings(all);
    for (var i = 0; i < all.size(); i++) {
      for (var sketch : all.get(i).recordings()) {
        sketches.add(sketch);
        owners.add(all.get(i).offer());
        theirs.add(Comparison.whose(all.get(i), voices.get(i)));
      }
    }
    var alike = new LinkedHashMap<List<String>, Likeness>();
    for (var copy : RecordingCopies.among(sketches, theirs)) {
      var one = owners.get(copy.one());
      var other = owners.get(copy.other());
      var score = copy.shared().isClear() ? CLEAR : SOME;
      if (!one.equals(other)) {
        alike.merge(
            List.of(one, other),
            new Likeness(one, other, score, Means.RECORDING),
            (a, b) -> a.score() >= b.score() ? a : b);
      }
    }
    return alike.values();
  }

  private static List<Likeness> words(List<Comparison.Joined> all) {
    var matcher = new TextMatcher(ExactTextIndex::new);
    var numbered = new ArrayList<Comparison.Joined>();
    var voices = Voices.ofWords(all);
    for (var i = 0; i < all.size(); i++) {
      for (var sketch : all.get(i).script()) {
        matcher.add(sketch, voices.get(i));
        numbered.add(all.get(i));
      }
    }
    matcher.settle();
    var reader = matcher.reader();
    var alike = new ArrayList<Likeness>();
    for (var text = 0; text < numbered.size(); text++) {
      for (var match : reader.later(text, TextMatcher.DEFAULT_THRESHOLD)) {
        var other = numbered.get(match.text());
        alike.add(new Likeness(numbered.get(text).offer(), other.offer(), match.score()));
      }
    }
    return alike;
  }

  /** Whether what was made of an incident still takes part and is counted, now. */
  public boolean counts(String offer) {
    return !ended.has(offer) && ended.counted(offer);
  }

  /** Today, counted from 1970. */
  public long today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toEpochDay();
  }

  /** {@code basis} sealed for this node, to lie in {@code register} and nowhere else. */
  public String seal(byte[] basis, RegisterId register) {
    return keys.seal(basis, register, "campaigns");
  }

  /**
   * What {@link #seal} sealed.
   *
   * @throws SealRefused if it was changed, comes from another register, or the key was lost
   */
  public byte[] open(String sealed, RegisterId register) throws SealRefused {
    return keys.open(sealed, register, "campaigns");
  }
}
