package org.vigie.node.link;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vigie.kernel.Refusal;
import org.vigie.kernel.RegisterId;
import org.vigie.matching.identifier.Identifier;
import org.vigie.node.consent.Consents;
import org.vigie.node.consent.Purpose;
import org.vigie.node.incident.Incident;
import org.vigie.node.incident.Incidents;
import org.vigie.register.Author;
import org.vigie.register.OpenRegister;
import org.vigie.register.RegisterRefused;
import org.vigie.register.Registers;

/**
 * Brings a case's incidents into the comparison and takes them out again. Nothing here looks at
 * what other cases brought, so nothing that a member sees or waits for depends on it (S-52).
 */
public final class Offers {

  private final Registers registers;
  private final LinkKeys keys;
  private final ShareDesk shares;
  private final Ended ended;
  private final OfficeAddress address;
  private final Readings readings;
  private final Refiling refiling;
  private final SecureRandom random;
  private final InstantSource clock;
  private final Told told;

  Offers(
      Registers registers,
      LinkKeys keys,
      ShareDesk shares,
      Ended ended,
      OfficeAddress address,
      LinkPolicy policy,
      SecureRandom random,
      InstantSource clock) {
    this.registers = registers;
    this.keys = keys;
    this.shares = shares;
    this.ended = ended;
    this.address = address;
    this.readings = new Readings(keys, policy);
    this.refiling = new Refiling(registers, readings, address);
    this.random = random;
    this.clock = clock;
    this.told = new Told(keys, ended, clock);
  }

  /** Where an incident stands. */
  public enum Standing {
    /** There is no number, name or sentence in it that could be compared. */
    NOTHING,
    /** The person has not agreed. */
    NO_CONSENT,
    /** A second person has to read it; whoever asks may be that one. */
    WAITS,
    /** Whoever asks has approved or written it; somebody else has to read it. */
    WAITS_FOR_ANOTHER,
    /** It takes part. */
    TAKES_PART;

    /** The word that messages use. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * An incident as the page of links shows it.
   *
   * @param standing where it stands for whoever asks
   * @param kinds what would be compared: codes of {@link SharedKind}, each once
   * @param digest of what would be compared; whoever approves says with it what they read
   * @param waiting how many of its numbers and names join another day
   */
  public record Look(Standing standing, List<String> kinds, String digest, int waiting) {}

  /** Where {@code incident} stands for the member who has {@code file} open. */
  public Look look(OpenRegister file, Incident incident) throws RegisterRefused {
    var gathered = readings.of(file, incident);
    var kinds = new ArrayList<String>();
    for (var kind : SharedKind.values()) {
      var named = gathered.pieces().stream().anyMatch(piece -> piece.kind() == kind);
      var other =
          switch (kind) {
            case SCRIPT -> !readings.script(gathered).isEmpty();
            case RECORDING -> !gathered.recordings().isEmpty();
            default -> false;
          };
      if (named || other) {
        kinds.add(kind.code());
      }
    }
    var standing = standing(file, incident, gathered, kinds.isEmpty());
    var waiting =
        standing == Standing.TAKES_PART ? missing(file, incident.id(), gathered).size() : 0;
    return new Look(standing, kinds, gathered.digest(), waiting);
  }

  private Standing standing(
      OpenRegister file, Incident incident, Gathered gathered, boolean nothing)
      throws RegisterRefused {
    if (nothing) {
      return Standing.NOTHING;
    }
    if (!allowed(file, incident.id())) {
      return Standing.NO_CONSENT;
    }
    if (readings.approved(file, incident, gathered)) {
      return Standing.TAKES_PART;
    }
    var mine = new Author.Member(file.me());
    var helps = gathered.authors().stream().anyMatch(author -> !author.equals(mine));
    return helps && !readings.by(file, incident, gathered).contains(file.me())
        ? Standing.WAITS
        : Standing.WAITS_FOR_ANOTHER;
  }

  /**
   * Notes that this member read {@code incident} and finds that it may be compared. They read what
   * is written, so it holds also by rules of a later release.
   *
   * @param read the digest of what they read
   * @return false if it was changed since, or does not wait for them
   */
  public boolean approve(OpenRegister file, Incident incident, String read) throws Refusal {
    var now = look(file, incident);
    var right = now.standing() == Standing.WAITS && now.digest().equals(read);
    if (right) {
      var source = readings.of(file, incident).source();
      file.append(LinkTypes.APPROVED, new LinkApproved(incident.id(), read, source));
    }
    refresh(file);
    return right;
  }

  /**
   * Brings in what may take part and takes out what no longer may: after a consent, an approval, or
   * any change of an incident. What earlier rules filed is filed again, and so is what cites a
   * recording that can be recognised since.
   */
  public void refresh(OpenRegister file) throws Refusal {
    for (var offer : file.fold(CaseLinks.FOLD).offers().values()) {
      if (!stillRight(file, offer)) {
        ended.end(offer.offer());
        if (takenBack(file, offer)) {
          ended.end(Ended.takenBack(offer.offer()));
        }
        file.append(LinkTypes.OFFERED, offer.end());
      }
    }
    told.recount(file);
    refile(file);
    for (var incident : Incidents.of(file).happened()) {
      var gathered = readings.of(file, incident);
      var missing = missing(file, incident.id(), gathered);
      if ((!missing.isEmpty() || offers(file, incident.id()).isEmpty())
          && readings.comparable(gathered)
          && allowed(file, incident.id())
          && readings.approved(file, incident, gathered)) {
        offer(file, incident, gathered, missing);
      }
    }
  }

  /** Only what still is right: without its consent, or changed since, nothing is filed again. */
  private void refile(OpenRegister file) throws Refusal {
    var seen = new HashSet<String>();
    for (var offer : file.fold(CaseLinks.FOLD).offers().values()) {
      var first = seen.add(offer.incident());
      var incident = Incidents.of(file).find(offer.incident());
      if (incident.isPresent() && waits(file, offer)) {
        refiling.file(file, incident.get(), offer, first);
      }
    }
  }

  /** How many incidents take part that earlier rules filed. */
  int earlier(OpenRegister file) throws RegisterRefused {
    var incidents = new HashSet<String>();
    for (var offer : file.fold(CaseLinks.FOLD).offers().values()) {
      if (!offer.rules().equals(Rules.NOW.id()) && waits(file, offer)) {
        incidents.add(offer.incident());
      }
    }
    return incidents.size();
  }

  /** By the same rules, what was read the same gives something else only where marks came since. */
  private boolean waits(OpenRegister file, LinkOffered offer) throws RegisterRefused {
    var incident = Incidents.of(file).find(offer.incident());
    if (incident.isEmpty()) {
      return false;
    }
    var gathered = readings.of(file, incident.get());
    var filed = offer.rules().equals(Rules.NOW.id()) && offer.digest().equals(gathered.digest());
    return !filed && stillRight(file, offer) && readings.approved(file, incident.get(), gathered);
  }

  /** An edit ends what is compared; only a withdrawal also ends what was already passed on. */
  private boolean takenBack(OpenRegister file, LinkOffered offer) throws RegisterRefused {
    var incident = Incidents.of(file).find(offer.incident());
    return incident.isEmpty()
        || incident.get().now().withdrawn()
        || !allowed(file, offer.incident());
  }

  private boolean stillRight(OpenRegister file, LinkOffered offer) throws RegisterRefused {
    var incident = Incidents.of(file).find(offer.incident());
    return incident.isPresent()
        && !ended.has(offer.offer())
        && !incident.get().now().withdrawn()
        && !incident.get().impactOnly()
        && allowed(file, offer.incident())
        && readings.holds(
            file,
            incident.get(),
            readings.of(file, incident.get()),
            offer.digest(),
            offer.source());
  }

  private static List<LinkOffered> offers(OpenRegister file, String incident)
      throws RegisterRefused {
    return file.fold(CaseLinks.FOLD).offers().values().stream()
        .filter(offer -> offer.incident().equals(incident))
        .toList();
  }

  private boolean allowed(OpenRegister file, String incident) throws RegisterRefused {
    return Consents.of(file).covers(Purpose.MATCH, "", incident, today());
  }

  /** Which identifiers have no token yet: all at first, later those that budgets held back. */
  private static List<Integer> missing(OpenRegister file, String incident, Gathered gathered)
      throws RegisterRefused {
    var missing = new ArrayList<Integer>();
    for (var part = 0; part < gathered.pieces().size(); part++) {
      missing.add(part);
    }
    for (var offer : offers(file, incident)) {
      missing.removeAll(offer.parts());
      if (offer.whole()) {
        missing.clear();
      }
    }
    return missing;
  }

  /** Offers what the share host lets out now; the rest at a later visit. */
  private void offer(OpenRegister file, Incident incident, Gathered gathered, List<Integer> missing)
      throws Refusal {
    var office = address.register();
    if (office.isEmpty()) {
      return;
    }
    var tokens = tokens(file, incident.id(), gathered, missing);
    var before = offers(file, incident.id());
    var places = Heirs.of(before, gathered, missing);
    var filings = new TreeMap<String, Map<Integer, Made>>();
    var sketched = !gathered.recordings().isEmpty() || !readings.script(gathered).isEmpty();
    if (before.isEmpty() && sketched) {
      filings.put("", new TreeMap<>());
    }
    tokens.forEach((part, made) ->
        filings
            .computeIfAbsent(places.getOrDefault(part, ""), place -> new TreeMap<>())
            .put(part, made));
    for (var filing : filings.entrySet()) {
      var one = new Filing(filing.getKey(), filing.getValue(), before.isEmpty());
      file(file, office.get(), incident, gathered, one, missing.size() - tokens.size());
    }
  }

  /** What stands in the place of one offer among all, or in its own; with sketches or without. */
  private record Filing(String beside, Map<Integer, Made> tokens, boolean whole) {}

  private void file(
      OpenRegister file,
      RegisterId office,
      Incident incident,
      Gathered gathered,
      Filing filing,
      int missing)
      throws Refusal {
    var id = new byte[16];
    random.nextBytes(id);
    var made = made(file, HexFormat.of().formatHex(id), filing, gathered);
    var parts = List.copyOf(filing.tokens().keySet());
    file.append(
        LinkTypes.OFFERED,
        new LinkOffered(
            incident.id(),
            gathered.digest(),
            made.offer(),
            false,
            parts,
            missing,
            Rules.NOW.id(),
            gathered.source(),
            readings.forms(gathered, parts),
            List.of(),
            0,
            filing.beside()));
    var readers = readings.by(file, incident, gathered);
    registers.deposit(
        office, LinkTypes.OFFER, told.of(file, incident.id(), gathered, readers, made));
    told.recount(file);
  }

  /** A token and the epoch of its key. */
  private record Made(OfferMade.Token token, int epoch) {}

  /** Asked account by account, for each has its own budget. */
  private Map<Integer, Made> tokens(
      OpenRegister file, String incident, Gathered gathered, List<Integer> missing) throws Refusal {
    var accounts = new LinkedHashMap<String, List<Integer>>();
    for (var part : missing) {
      var account = Readings.account(gathered.pieces().get(part).author());
      accounts.computeIfAbsent(account, a -> new ArrayList<>()).add(part);
    }
    var commitment = file.id().value() + "/" + incident + "/" + gathered.digest();
    var all = new TreeMap<Integer, Made>();
    for (var account : accounts.entrySet()) {
      var parts = account.getValue();
      var identifiers =
          parts.stream().map(part -> gathered.pieces().get(part).identifier()).toList();
      var made = shares.tokens(account.getKey(), commitment, identifiers);
      for (var i = 0; i < made.size(); i++) {
        var kind = gathered.pieces().get(parts.get(i)).kind().code();
        var token = OfferMade.Token.of(account.getKey(), kind, made.get(i));
        all.put(parts.get(i), new Made(token, made.get(i).epoch()));
      }
    }
    // One offer is under one key; what came before a change of it is asked for again.
    var newest = all.values().stream().mapToInt(Made::epoch).max().orElse(0);
    all.values().removeIf(made -> made.epoch() != newest);
    return all;
  }

  private OfferMade made(OpenRegister file, String offer, Filing filing, Gathered gathered)
      throws RegisterRefused {
    var tokens = List.copyOf(filing.tokens().values());
    var epoch =
        tokens.isEmpty() ? shares.pin().map(SharePin::epoch).orElse(1) : tokens.getFirst().epoch();
    return new OfferMade(
        offer,
        keys.mailbox(file.id()),
        readings.persons(file),
        Consents.of(file)
            .yes(Purpose.MATCH, "", today())
            .map(answer -> answer.expires())
            .orElse(""),
        Identifier.NORM,
        epoch,
        tokens.stream().map(Made::token).toList(),
        filing.whole() ? readings.script(gathered) : "",
        Readings.account(gathered.author()),
        List.of(),
        "",
        filing.whole() ? readings.recordings(gathered) : List.of(),
        Rules.NOW.id(),
        filing.beside(),
        filing.whole() ? readings.bringers(gathered) : List.of(),
        List.of());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /** What the person agreed to, as far as links are concerned. */
  public Optional<String> consent(OpenRegister file) throws RegisterRefused {
    return Consents.of(file).yes(Purpose.MATCH, "", today()).map(answer -> answer.answer());
  }
}
