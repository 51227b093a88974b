package org.vigie.node.link;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vigie.kernel.MemberId;
import org.vigie.kernel.Refusal;
import org.vigie.matching.identifier.Identifier;
import org.vigie.matching.identifier.Identifiers;
import org.vigie.node.casefile.CaseFile;
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
  private final LinkPolicy policy;
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
    this.policy = policy;
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
    var gathered = Gathered.of(file, incident.now(), policy);
    var kinds = new ArrayList<String>();
    for (var kind : SharedKind.values()) {
      var named = gathered.pieces().stream().anyMatch(piece -> piece.kind() == kind);
      var other =
          switch (kind) {
            case SCRIPT -> !script(gathered).isEmpty();
            case RECORDING -> !gathered.recordings().isEmpty();
            default -> false;
          };
      if (named || other) {
        kinds.add(kind.code());
      }
    }
    var standing = standing(file, incident.id(), gathered, kinds.isEmpty());
    var waiting =
        standing == Standing.TAKES_PART ? missing(file, incident.id(), gathered).size() : 0;
    return new Look(standing, kinds, gathered.digest(), waiting);
  }

  private Standing standing(OpenRegister file, String incident, Gathered gathered, boolean nothing)
      throws RegisterRefused {
    if (nothing) {
      return Standing.NOTHING;
    }
    if (!allowed(file, incident)) {
      return Standing.NO_CONSENT;
    }
    if (approved(file, incident, gathered)) {
      return Standing.TAKES_PART;
    }
    var mine = new Author.Member(file.me());
    var helps = gathered.authors().stream().anyMatch(author -> !author.equals(mine));
    return helps && !by(file, incident, gathered.digest()).contains(file.me())
        ? Standing.WAITS
        : Standing.WAITS_FOR_ANOTHER;
  }

  /**
   * Notes that this member read {@code incident} and finds that it may be compared.
   *
   * @param read the digest of what they read
   * @return false if it was changed since, or does not wait for them
   */
  public boolean approve(OpenRegister file, Incident incident, String read) throws Refusal {
    var now = look(file, incident);
    var right = now.standing() == Standing.WAITS && now.digest().equals(read);
    if (right) {
      file.append(LinkTypes.APPROVED, new LinkApproved(incident.id(), read));
    }
    refresh(file);
    return right;
  }

  /**
   * Brings in what may take part and takes out what no longer may: after a consent, an approval, or
   * any change of an incident.
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
    for (var incident : Incidents.of(file).byTime()) {
      var gathered = Gathered.of(file, incident.now(), policy);
      var missing = missing(file, incident.id(), gathered);
      if ((!missing.isEmpty() || !offered(file, incident.id()))
          && comparable(gathered)
          && allowed(file, incident.id())
          && approved(file, incident.id(), gathered)) {
        offer(file, incident.id(), gathered, missing);
      }
    }
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
        && allowed(file, offer.incident())
        && Gathered.of(file, incident.get().now(), policy).digest().equals(offer.digest());
  }

  private static boolean offered(OpenRegister file, String incident) throws RegisterRefused {
    return file.fold(CaseLinks.FOLD).offers().values().stream()
        .anyMatch(offer -> offer.incident().equals(incident));
  }

  private boolean allowed(OpenRegister file, String incident) throws RegisterRefused {
    return Consents.of(file).covers(Purpose.MATCH, "", incident, today());
  }

  /** For every part, somebody other than whoever wrote it has read the whole. */
  private static boolean approved(OpenRegister file, String incident, Gathered gathered)
      throws RegisterRefused {
    var by = by(file, incident, gathered.digest());
    return gathered.authors().stream()
        .allMatch(author -> by.stream().anyMatch(m -> !author.equals(new Author.Member(m))));
  }

  private static List<MemberId> by(OpenRegister file, String incident, String digest)
      throws RegisterRefused {
    var approval = file.fold(CaseLinks.FOLD).approvals().get(incident);
    return approval == null || !approval.digest().equals(digest)
        ? List.of()
        : List.copyOf(approval.by());
  }

  private boolean comparable(Gathered gathered) {
    return !gathered.pieces().isEmpty()
        || !gathered.recordings().isEmpty()
        || !script(gathered).isEmpty();
  }

  /** Which identifiers have no token yet: all at first, later those that budgets held back. */
  private static List<Integer> missing(OpenRegister file, String incident, Gathered gathered)
      throws RegisterRefused {
    var missing = new ArrayList<Integer>();
    for (var part = 0; part < gathered.pieces().size(); part++) {
      missing.add(part);
    }
    for (var offer : file.fold(CaseLinks.FOLD).offers().values()) {
      if (offer.incident().equals(incident)) {
        missing.removeAll(offer.parts());
        if (offer.parts().isEmpty() && offer.missing() == 0) {
          missing.clear();
        }
      }
    }
    return missing;
  }

  /** Offers what the share host lets out now; the rest at a later visit. */
  private void offer(OpenRegister file, String incident, Gathered gathered, List<Integer> missing)
      throws Refusal {
    var office = address.register();
    if (office.isEmpty()) {
      return;
    }
    var tokens = tokens(file, incident, gathered, missing);
    var first = !offered(file, incident);
    var script = first ? script(gathered) : "";
    var recordings = first ? recordings(gathered) : List.<String>of();
    if (tokens.isEmpty() && script.isEmpty() && recordings.isEmpty()) {
      return;
    }
    var id = new byte[16];
    random.nextBytes(id);
    var offer = HexFormat.of().formatHex(id);
    var made = made(file, offer, List.copyOf(tokens.values()), script, recordings, gathered);
    var parts = List.copyOf(tokens.keySet());
    file.append(
        LinkTypes.OFFERED,
        new LinkOffered(
            incident, gathered.digest(), offer, false, parts, missing.size() - parts.size()));
    registers.deposit(office.get(), LinkTypes.OFFER, told.of(file, incident, gathered, made));
    told.recount(file);
  }

  /** A token and the epoch of its key. */
  private record Made(OfferMade.Token token, int epoch) {}

  /** Asked account by account, for each has its own budget. */
  private Map<Integer, Made> tokens(
      OpenRegister file, String incident, Gathered gathered, List<Integer> missing) throws Refusal {
    var accounts = new LinkedHashMap<String, List<Integer>>();
    for (var part : missing) {
      var account = account(gathered.pieces().get(part).author());
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

  private OfferMade made(
      OpenRegister file,
      String offer,
      List<Made> tokens,
      String script,
      List<String> recordings,
      Gathered gathered)
      throws RegisterRefused {
    var epoch =
        tokens.isEmpty() ? shares.pin().map(SharePin::epoch).orElse(1) : tokens.getFirst().epoch();
    return new OfferMade(
        offer,
        keys.mailbox(file.id()),
        persons(file),
        Consents.of(file)
            .yes(Purpose.MATCH, "", today())
            .map(answer -> answer.expires())
            .orElse(""),
        Identifier.NORM,
        epoch,
        tokens.stream().map(Made::token).toList(),
        script,
        account(gathered.author()),
        List.of(),
        "",
        recordings);
  }

  private List<String> recordings(Gathered gathered) {
    return gathered.recordings().stream()
        .map(recording -> keys.recordings().sketch(recording.marks()).encoded())
        .map(Base64.getEncoder()::encodeToString)
        .toList();
  }

  private String script(Gathered gathered) {
    var found = Identifiers.findIn(gathered.text(), policy.region());
    var sketch = keys.sketcher().sketch(gathered.text(), found);
    return sketch.isComparable() ? Base64.getEncoder().encodeToString(sketch.encoded()) : "";
  }

  /** Whose case it is: those who read it as theirs, and the name a caseworker gave it. */
  private List<String> persons(OpenRegister file) throws RegisterRefused {
    var persons = new ArrayList<String>();
    for (var member : file.members()) {
      if (member.role().name().equals("person")) {
        persons.add(keys.digest("person", member.id().value()));
      }
    }
    var name = file.fold(CaseFile.FOLD).opened().pseudonym().strip();
    if (persons.isEmpty() && !name.isEmpty()) {
      var opener = file.members().getFirst().id().value();
      persons.add(keys.digest("named", opener + "/" + name.toLowerCase(Locale.ROOT)));
    }
    return List.copyOf(persons);
  }

  private static String account(Author author) {
    return author instanceof Author.Member(var id) ? id.value() : "";
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /** What the person agreed to, as far as links are concerned. */
  public Optional<String> consent(OpenRegister file) throws RegisterRefused {
    return Consents.of(file).yes(Purpose.MATCH, "", today()).map(answer -> answer.answer());
  }
}
