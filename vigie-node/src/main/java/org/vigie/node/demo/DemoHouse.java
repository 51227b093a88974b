package org.vigie.node.demo;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.kernel.Language;
import org.vigie.kernel.Refusal;
import org.vigie.ledger.CustodyLog;
import org.vigie.ledger.PublicationSchedule;
import org.vigie.node.campaign.CampaignOffice;
import org.vigie.node.demo.story.DemoAccount;
import org.vigie.node.demo.story.DemoCase;
import org.vigie.node.demo.story.Role;
import org.vigie.node.demo.story.Story;
import org.vigie.node.house.Houses;
import org.vigie.node.house.KeeperVisit;
import org.vigie.node.house.NewAccount;
import org.vigie.node.link.LinkOffice;
import org.vigie.node.link.SharedKind;
import org.vigie.node.shell.SignedIn;
import org.vigie.seal.Passphrases;

/**
 * Writes the fictional house into an empty node, through the services that the pages use, on the
 * days of the story. Not for several threads.
 */
public final class DemoHouse {

  private static final int WORDS = 3;
  private static final Duration AGE = Duration.ofDays(420);
  private static final Duration EARLIER = Duration.ofDays(80);
  private static final PublicationSchedule AT_ONCE =
      new PublicationSchedule(Duration.ofSeconds(1), 64);

  private final Parts parts;
  private final DemoClock clock;
  private final Story story;
  private final Language language;
  private final String passphrase;

  /**
   * A house for {@code story}.
   *
   * @param parts services of an empty node that reads {@code clock}
   * @param language of what the house itself writes
   */
  public DemoHouse(Parts parts, DemoClock clock, Story story, Language language) {
    this.parts = parts;
    this.clock = clock;
    this.story = story;
    this.language = language;
    var words = Passphrases.generate(language, parts.part(java.security.SecureRandom.class));
    passphrase = Stream.of(words.split(" ")).limit(WORDS).collect(Collectors.joining(" "));
  }

  /** What every account of the story unlocks with: fresh, short, and worth nothing elsewhere. */
  public String passphrase() {
    return passphrase;
  }

  /** Furnishes the house. */
  public void furnish() throws Refusal, IOException {
    var open = new LinkedHashMap<String, SignedIn>();
    try {
      people(open);
      var writer = new CaseWriter(parts, clock, story, language, open);
      var files = byAge(writer);
      var earlier = files.stream().filter(file -> writer.opening(file).isBefore(before())).toList();
      for (var file : earlier) {
        writer.write(file);
        publish();
      }
      earlierLinks(first(open));
      for (var file : files.subList(earlier.size(), files.size())) {
        writer.write(file);
        publish();
      }
      dossier(open);
      links(first(open));
      campaigns(first(open));
      partner(first(open));
      clock.go();
      publish();
    } finally {
      clock.go();
      open.values().forEach(DemoHouse::close);
    }
  }

  private SignedIn first(Map<String, SignedIn> open) {
    var keeper = open.get(story.accounts(Role.KEEPER).getFirst().signIn());
    if (keeper == null) {
      throw new IllegalStateException("the story lacks a keeper");
    }
    return keeper;
  }

  /** Yesterday, later, files were carried to another house and back. */
  private void partner(SignedIn keeper) throws Refusal {
    clock.stand(day(story.today()).minus(Duration.ofHours(20)));
    new DemoPartner(parts, clock, language).meet(keeper);
  }

  /** Drafted five days ago, and given to its recipient once. */
  private void dossier(Map<String, SignedIn> open) throws Refusal, IOException {
    var member = open.get(DemoDossier.PERSON);
    if (member != null) {
      clock.stand(day(story.today()).minus(Duration.ofDays(5)));
      var dossier = new DemoDossier(parts);
      dossier.draft(member, language);
      dossier.release(member);
    }
  }

  private List<DemoCase> byAge(CaseWriter writer) {
    return story.cases().stream().sorted(Comparator.comparing(writer::opening)).toList();
  }

  /** Founds the house; nobody has a second factor, so that a visitor needs no telephone. */
  private void people(Map<String, SignedIn> open) throws Refusal {
    clock.stand(day(story.today()).minus(AGE));
    var houses = parts.part(Houses.class);
    var first = story.accounts(Role.KEEPER).getFirst();
    var founded = houses.found(story.name().in(language), account(first), roles(first));
    open.put(first.signIn(), founded.member());
    for (var account : story.accounts()) {
      if (!account.equals(first)) {
        var words =
            houses.invite(founded.member(), roles(account), account.name(), account.language());
        open.put(account.signIn(), houses.join(words, account(account)).member());
      }
    }
    houses.admitWaiting(founded.member());
    arrive(founded.member());
  }

  private void arrive(SignedIn keeper) throws Refusal {
    for (var listener : parts.all(KeeperVisit.class)) {
      listener.arrived(keeper);
    }
  }

  private Instant before() {
    return day(story.today()).minus(EARLIER);
  }

  /** Some months ago a keeper let every link go out to the cases it is about. */
  private void earlierLinks(SignedIn keeper) throws Refusal {
    clock.stand(before());
    arrive(keeper);
    var office = parts.part(LinkOffice.class);
    for (var proposal : office.proposals(keeper)) {
      office.decide(keeper, proposal.pair(), true);
    }
  }

  /** The same keeper lets analysts see the campaigns that may be shown. */
  private void campaigns(SignedIn keeper) throws Refusal {
    var office = parts.part(CampaignOffice.class);
    for (var campaign : office.campaigns(keeper)) {
      office.decide(keeper, Integer.toString(campaign.number()), true);
    }
  }

  /** Yesterday a keeper let all links but one by a number go out to the cases they are about. */
  private void links(SignedIn keeper) throws Refusal {
    clock.stand(day(story.today()).minus(Duration.ofDays(1)));
    arrive(keeper);
    var office = parts.part(LinkOffice.class);
    var script = SharedKind.SCRIPT.code();
    var proposals = office.proposals(keeper);
    var left = proposals.stream().filter(it -> !it.kinds().contains(script)).findFirst();
    for (var proposal : proposals.reversed()) {
      if (left.isEmpty() || !left.get().equals(proposal)) {
        office.decide(keeper, proposal.pair(), true);
      }
    }
  }

  private NewAccount account(DemoAccount who) {
    return new NewAccount(who.signIn(), who.name(), passphrase, "", 0, 0, who.language());
  }

  private static Set<org.vigie.node.shell.Role> roles(DemoAccount who) {
    return Set.of(org.vigie.node.shell.Role.valueOf(who.role().name()));
  }

  /** A real house publishes a few leaves an hour; here nobody would wait. */
  private void publish() {
    var log = parts.part(CustodyLog.class);
    while (log.waiting() > 0 && log.publishIfDue(AT_ONCE).isPresent()) {
      clock.stand(clock.instant().plusSeconds(1));
    }
  }

  static Instant day(LocalDate day) {
    return day.atTime(9, 30).toInstant(ZoneOffset.UTC);
  }

  private static void close(SignedIn member) {
    member.box().close();
    member.keys().close();
  }
}
