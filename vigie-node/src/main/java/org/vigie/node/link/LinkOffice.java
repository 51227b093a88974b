package org.vigie.node.link;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.kernel.MemberId;
import org.vigie.kernel.Refusal;
import org.vigie.kernel.RegisterId;
import org.vigie.matching.share.ShareRefused;
import org.vigie.node.house.HouseMember;
import org.vigie.node.house.Houses;
import org.vigie.node.shell.SignedIn;
import org.vigie.register.OpenRegister;
import org.vigie.register.RegisterRefused;
import org.vigie.register.Registers;
import org.vigie.register.Role;

/**
 * The register in which tokens of all cases are compared, and what keepers decide there. Only
 * keepers hold its key: with nobody of them signed in nothing can be compared, and a copy of the
 * disk holds nothing to test. Safe for use by several threads.
 */
public final class LinkOffice {

  static final String KIND = "links";

  private static final Role KEEPER = Role.steward("keeper");
  private static final Duration KEY_AGE = Duration.ofDays(90);
  private static final int SHORT = 32;
  private static final int AT_ONCE = 50;

  private final Registers registers;
  private final Houses houses;
  private final LinkKeys keys;
  private final Ended ended;
  private final OfficeAddress address;
  private final Joining joining;
  private final ShareDesk shares;
  private final KeyChange change;
  private final Replacing replacing;
  private final InstantSource clock;

  LinkOffice(
      Registers registers,
      Houses houses,
      LinkKeys keys,
      Ended ended,
      OfficeAddress address,
      LinkPolicy policy,
      ShareDesk shares,
      InstantSource clock) {
    this.registers = registers;
    this.houses = houses;
    this.keys = keys;
    this.ended = ended;
    this.address = address;
    this.joining = new Joining(keys, ended, policy);
    this.shares = shares;
    this.change = new KeyChange(shares, ended);
    this.replacing = new Replacing(ended, joining);
    this.clock = clock;
  }

  /**
   * A link that a keeper may let go out. Tells nothing of the cases.
   *
   * @param pair identifier of the proposal
   * @param kinds codes of {@link SharedKind}
   * @param strength code of {@link Strength}
   * @param rarity code of {@link Rarity}
   * @param own whether this keeper can read one of the cases, being the only keeper
   */
  public record Proposal(
      String pair, List<String> kinds, String strength, String rarity, boolean own) {}

  /** A line of the journal; {@code by} is null where the house wrote it. */
  public record Line(Instant at, String what, String reference, String by) {}

  /**
   * Keeps the register in order: founds it, lets in who became a keeper, lets go who no longer is,
   * puts what was filed again in the place of what it was, destroys tokens that were taken back.
   */
  public synchronized void tend(SignedIn keeper) throws Refusal, IOException {
    if (houses.find(keeper).isEmpty()) {
      return;
    }
    if (address.register().isEmpty()) {
      address.set(registers.create(keeper.keys(), KIND, KEEPER).id());
    }
    var office = open(keeper);
    if (office.isPresent()) {
      letIn(keeper, office.get());
      letGo(keeper, office.get());
      changeKey(office.get());
      replacing.advance(office.get());
      erase(office.get());
    }
  }

  private void letIn(SignedIn keeper, OpenRegister office) throws RegisterRefused {
    var inside = members(office);
    for (var colleague : houses.colleagues(keeper, HouseMember::keeper)) {
      if (!inside.contains(colleague.id())) {
        office.grant(colleague.id(), colleague.keys(), KEEPER);
      }
    }
  }

  private void letGo(SignedIn keeper, OpenRegister office) throws RegisterRefused, IOException {
    var house = houses.house(keeper);
    var gone = members(office);
    gone.removeIf(id -> house.member(id).map(HouseMember::keeper).orElse(false));
    gone.remove(keeper.id());
    for (var member : gone) {
      office.remove(member);
      office.reseal(Integer.MAX_VALUE);
    }
  }

  private static Set<MemberId> members(OpenRegister office) throws RegisterRefused {
    var members = new HashSet<MemberId>();
    office.members().forEach(member -> members.add(member.id()));
    return members;
  }

  /** A share host that is away keeps nobody from the rest; the next visit goes on. */
  private void changeKey(OpenRegister office) throws Refusal {
    try {
      change.advance(office);
    } catch (ShareRefused later) {
      return;
    }
  }

  /**
   * Brings all tokens to another key, without the people they are about.
   *
   * @return false if the share host was away; it is done as soon as a keeper finds it there
   */
  public boolean changeKey(SignedIn keeper) throws Refusal, IOException {
    shares.want();
    tend(keeper);
    return shares.pin().map(pin -> pin.phase() == SharePin.Phase.STEADY).orElse(true);
  }

  /**
   * Agrees on another key of the share host that nothing proves, once a keeper compared it.
   *
   * @param shown the key, in hexadecimal digits
   * @return false if the share host is away, or shows another one now
   */
  public boolean acceptKey(SignedIn keeper, String shown) throws Refusal, IOException {
    var accepted = shares.accept(shown);
    tend(keeper);
    return accepted;
  }

  /** How things stand with the key of tokens; nothing before the first one. */
  public Optional<KeyState> key(SignedIn keeper) throws RegisterRefused {
    var pin = shares.pin();
    // Before the journal is read, so that what is asked meanwhile does not look asked past it.
    var answered = shares.answered();
    var book = book(keeper);
    if (pin.isEmpty() || book.isEmpty()) {
      return Optional.empty();
    }
    var asked = book.get().key().asked().getOrDefault(pin.get().epoch(), Tally.NONE);
    var tally = answered.map(asked::at).orElse(asked);
    var changing = pin.get().phase() != SharePin.Phase.STEADY;
    var old = book.get().keySince().plus(KEY_AGE).isBefore(clock.instant());
    return Optional.of(
        new KeyState(
            pin.get().epoch(),
            changing,
            answered.isPresent(),
            old,
            tally.beside(),
            tally.lost(),
            shares.isOwn(),
            pin.get().key(),
            shares.unproven().stream().toList()));
  }

  private void erase(OpenRegister office) throws RegisterRefused {
    var offers = office.fold(OfficeBook.FOLD).offers();
    var going = offers.stream().filter(offer -> ended.has(offer.made().offer())).toList();
    Held.keep(office, going);
    for (var offer : going) {
      office.append(LinkTypes.SPENT, joining.spent(offer));
      office.erase(offer.entry());
    }
  }

  /** The register, if this keeper was let in. */
  private Optional<OpenRegister> open(SignedIn keeper) throws RegisterRefused {
    var register = address.register();
    return register.isEmpty() ? Optional.empty() : registers.open(keeper.keys(), register.get());
  }

  private Optional<OfficeBook> book(SignedIn keeper) throws RegisterRefused {
    var office = open(keeper);
    return office.isEmpty() ? Optional.empty() : Optional.of(office.get().fold(OfficeBook.FOLD));
  }

  /** Whether this keeper can look at links; a keeper who was there before lets them in. */
  public boolean opens(SignedIn keeper) throws RegisterRefused {
    return open(keeper).isPresent();
  }

  /** Days between two comparisons. */
  public int days() {
    return address.days();
  }

  /** Sets them; fewer than seven cannot be had. */
  public void setDays(int days) {
    address.setDays(days);
  }

  /** How many offers were filed by earlier rules and wait for somebody who reads their case. */
  public int earlier(SignedIn keeper) throws RegisterRefused {
    return book(keeper).map(OfficeBook::earlier).orElse(0);
  }

  /** The strongest links that wait for a keeper and have nothing to do with a case of theirs. */
  public List<Proposal> proposals(SignedIn keeper) throws Refusal {
    var proposals = new ArrayList<Proposal>();
    var alone = alone(keeper);
    var mine = files(keeper);
    for (var pair : waiting(keeper)) {
      var own = mine.contains(pair.first()) || mine.contains(pair.second());
      if ((!own || alone) && proposals.size() < AT_ONCE) {
        var said = pair.said("");
        proposals.add(new Proposal(id(pair), said.kinds(), said.strength(), said.rarity(), own));
      }
    }
    return List.copyOf(proposals);
  }

  private List<Comparison.Pair> waiting(SignedIn keeper) throws Refusal {
    var book = book(keeper);
    if (book.isEmpty()) {
      return List.of();
    }
    var joined = joining.of(book.get(), clock.instant(), address.days());
    return Comparison.of(joined).stream()
        .filter(pair -> !book.get().decisions().containsKey(id(pair)))
        .sorted(Comparator.comparing(Comparison.Pair::strength))
        .toList();
  }

  /** Lets a link go out to the earlier side, or refuses it; a second answer changes nothing. */
  public void decide(SignedIn keeper, String proposal, boolean release) throws Refusal {
    var office = open(keeper);
    var offered = proposals(keeper).stream().anyMatch(one -> one.pair().equals(proposal));
    if (office.isEmpty() || !offered) {
      return;
    }
    for (var pair : waiting(keeper)) {
      if (id(pair).equals(proposal)) {
        var said = pair.said(YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC)).toString());
        if (release) {
          tell(pair, said);
        }
        var offers = new ArrayList<>(pair.offers(pair.first()));
        offers.addAll(pair.offers(pair.second()));
        office
            .get()
            .append(
                LinkTypes.DECIDED,
                new LinkDecided(proposal, release ? "released" : "refused", offers, said.kinds()));
      }
    }
  }

  private void tell(Comparison.Pair pair, Reply.Said said) throws RegisterRefused {
    var first = pair.first();
    var second = pair.second();
    var reply =
        new Reply(
            id(pair),
            keys.mailbox(second),
            link(pair, second),
            said,
            pair.offers(first),
            pair.offers(second),
            List.of());
    registers.deposit(
        first,
        LinkTypes.NOTICE,
        new LinkNotice(
            link(pair, first),
            "first",
            said.kinds(),
            said.strength(),
            said.rarity(),
            said.month(),
            keys.seal(reply, first)));
  }

  private String id(Comparison.Pair pair) {
    return pair(pair.first(), pair.second());
  }

  private String pair(RegisterId one, RegisterId other) {
    var both = one.compareTo(other) < 0 ? one.value() + other.value() : other.value() + one.value();
    return keys.digest("pair", both).substring(0, SHORT);
  }

  private String link(Comparison.Pair pair, RegisterId side) {
    return keys.digest("side", id(pair) + "/" + side.value()).substring(0, SHORT);
  }

  /** Whether nobody else could look in this keeper's place. */
  private boolean alone(SignedIn keeper) throws RegisterRefused {
    return houses.house(keeper).members().values().stream().filter(HouseMember::keeper).count()
        <= 1;
  }

  private Set<RegisterId> files(SignedIn keeper) throws RegisterRefused {
    var files = new HashSet<RegisterId>();
    registers.mine(keeper.keys()).forEach(handle -> files.add(handle.id()));
    return files;
  }

  /** Gives an identifier to the comparison that nobody has. */
  void plant(SignedIn keeper, CanarySet canary) throws RegisterRefused {
    var office = open(keeper);
    if (office.isPresent()) {
      office.get().append(LinkTypes.CANARY, canary);
    }
  }

  /** Takes a canary away; accounts that were held because of it are held no longer. */
  public void lift(SignedIn keeper, String canary) throws RegisterRefused {
    var office = open(keeper);
    if (office.isPresent() && office.get().fold(OfficeBook.FOLD).canaries().containsKey(canary)) {
      office.get().append(LinkTypes.CANARY, CanarySet.lift(canary));
    }
  }

  /** Kinds of the canaries by their identifiers. */
  public List<CanarySet> canaries(SignedIn keeper) throws RegisterRefused {
    return book(keeper).map(book -> List.copyOf(book.canaries().values())).orElse(List.of());
  }

  /** Accounts that brought a canary; nothing of theirs is compared while it stands. */
  public List<String> alarms(SignedIn keeper) throws Refusal {
    var book = book(keeper);
    if (book.isEmpty()) {
      return List.of();
    }
    var names = new ArrayList<String>();
    for (var account : Joining.suspects(book.get())) {
      var member = new MemberId(account);
      var name = houses.house(keeper).member(member).map(HouseMember::name).orElse("");
      names.add(name.isEmpty() ? houses.book(keeper).note(member) : name);
    }
    return List.copyOf(names);
  }

  /** Everything that was brought, asked and answered, newest first, without what is in it. */
  public List<Line> journal(SignedIn keeper) throws RegisterRefused {
    var book = book(keeper);
    if (book.isEmpty()) {
      return List.of();
    }
    var hidden = alone(keeper) ? Set.<String>of() : ownPairs(keeper, book.get());
    var house = houses.house(keeper);
    var lines = new ArrayList<Line>();
    var newest = new ArrayList<>(book.get().journal().reversed());
    newest.sort(Comparator.comparing(OfficeBook.Line::at).reversed());
    for (var line : newest) {
      if (!hidden.contains(line.pair())) {
        var by =
            line.author() instanceof org.vigie.register.Author.Member(var id)
                ? house.member(id).map(HouseMember::name).orElse("")
                : "";
        var reference = line.pair().isEmpty() ? "" : line.pair().substring(0, 6);
        lines.add(new Line(line.at(), line.what(), reference, by));
      }
    }
    return List.copyOf(lines);
  }

  /** A keeper reads nothing about links of their own cases; others do that. */
  private Set<String> ownPairs(SignedIn keeper, OfficeBook book) throws RegisterRefused {
    var mine = files(keeper);
    var pairs = new HashSet<String>();
    for (var offer : book.offers()) {
      keys.file(offer.made().mailbox())
          .ifPresent(file -> mine.forEach(own -> pairs.add(pair(own, file))));
    }
    return pairs;
  }
}
