package org.vigie.node.link;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.vigie.kernel.MemberId;
import org.vigie.kernel.Refusal;
import org.vigie.matching.identifier.Identifier;
import org.vigie.matching.identifier.Identifiers;
import org.vigie.node.casefile.CaseFile;
import org.vigie.node.consent.Consents;
import org.vigie.node.consent.Purpose;
import org.vigie.node.incident.Incident;
import org.vigie.node.incident.IncidentRecorded;
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
  private final Ended ended;
  private final OfficeAddress address;
  private final LinkPolicy policy;
  private final SecureRandom random;
  private final InstantSource clock;

  Offers(
      Registers registers,
      LinkKeys keys,
      Ended ended,
      OfficeAddress address,
      LinkPolicy policy,
      SecureRandom random,
      InstantSource clock) {
    this.registers = registers;
    this.keys = keys;
    this.ended = ended;
    this.address = address;
    this.policy = policy;
    this.random = random;
    this.clock = clock;
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
   */
  public record Look(Standing standing, List<String> kinds, String digest) {}

  /** Where {@code incident} stands for the member who has {@code file} open. */
  public Look look(OpenRegister file, Incident incident) throws RegisterRefused {
    var gathered = Gathered.of(file, incident.now(), policy);
    var kinds = new ArrayList<String>();
    for (var kind : SharedKind.values()) {
      var named = gathered.pieces().stream().anyMatch(piece -> piece.kind() == kind);
      if (named || (kind == SharedKind.SCRIPT && !script(gathered).isEmpty())) {
        kinds.add(kind.code());
      }
    }
    var standing = standing(file, incident.id(), gathered, kinds.isEmpty());
    return new Look(standing, kinds, gathered.digest());
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
    for (var offer : file.fold(CaseLinks.FOLD).offers().values()) {
      ended.count(offer.offer(), counted(file, offer.incident()));
    }
    for (var incident : Incidents.of(file).byTime()) {
      var gathered = Gathered.of(file, incident.now(), policy);
      if (comparable(gathered)
          && allowed(file, incident.id())
          && approved(file, incident.id(), gathered)
          && !offered(file, incident.id())) {
        offer(file, incident.now(), gathered);
      }
    }
  }

  /** A yes that ends on a day counts in no figure: figures outlive it. */
  private boolean counted(OpenRegister file, String incident) throws RegisterRefused {
    return Consents.of(file).covers(Purpose.STATISTICS, "", incident, today())
        && Consents.of(file)
            .yes(Purpose.STATISTICS, "", today())
            .map(answer -> answer.expires().isEmpty())
            .orElse(false);
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
    return !gathered.pieces().isEmpty() || !script(gathered).isEmpty();
  }

  private void offer(OpenRegister file, IncidentRecorded incident, Gathered gathered)
      throws Refusal {
    var office = address.register();
    if (office.isEmpty()) {
      return;
    }
    var id = new byte[16];
    random.nextBytes(id);
    var offer = HexFormat.of().formatHex(id);
    var made = made(file, offer, incident, gathered);
    file.append(
        LinkTypes.OFFERED, new LinkOffered(incident.incident(), gathered.digest(), offer, false));
    registers.deposit(office.get(), LinkTypes.OFFER, made);
    ended.count(offer, counted(file, incident.incident()));
  }

  private OfferMade made(
      OpenRegister file, String offer, IncidentRecorded incident, Gathered gathered)
      throws Refusal {
    var identifiers = new ArrayList<Identifier>();
    gathered.pieces().forEach(piece -> identifiers.add(piece.identifier()));
    var tokens = keys.tokenizer().tokens(identifiers);
    var kept = new ArrayList<OfferMade.Token>();
    for (var i = 0; i < tokens.size(); i++) {
      var piece = gathered.pieces().get(i);
      kept.add(
          new OfferMade.Token(
              account(piece.author()),
              piece.kind().code(),
              tokens.get(i).index(),
              Base64.getEncoder().encodeToString(tokens.get(i).element().bytes())));
    }
    return new OfferMade(
        offer,
        keys.mailbox(file.id()),
        persons(file),
        Consents.of(file)
            .yes(Purpose.MATCH, "", today())
            .map(answer -> answer.expires())
            .orElse(""),
        Identifier.NORM,
        LinkKeys.EPOCH,
        kept,
        script(gathered),
        account(gathered.author()),
        helpers(file, incident.incident(), gathered),
        incident.act());
  }

  /** The caseworkers who stand for it: they wrote it, or read it for the comparison. */
  private List<String> helpers(OpenRegister file, String incident, Gathered gathered)
      throws RegisterRefused {
    var accounts = new TreeSet<String>();
    gathered.authors().forEach(author -> accounts.add(account(author)));
    by(file, incident, gathered.digest()).forEach(member -> accounts.add(member.value()));
    var helpers = new ArrayList<String>();
    for (var member : file.members()) {
      if (accounts.contains(member.id().value()) && !member.role().name().equals("person")) {
        helpers.add(keys.digest("helper", member.id().value()));
      }
    }
    return List.copyOf(helpers);
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
