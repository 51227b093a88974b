package org.vigie.node.campaign;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vigie.kernel.Refusal;
import org.vigie.matching.campaign.CampaignView;
import org.vigie.matching.campaign.Campaigns;
import org.vigie.matching.campaign.Continuity;
import org.vigie.matching.campaign.Sighting;
import org.vigie.matching.campaign.Since;
import org.vigie.matching.campaign.Threshold;
import org.vigie.node.casefile.Cases;
import org.vigie.node.house.HouseMember;
import org.vigie.node.house.Houses;
import org.vigie.node.link.LinkGround;
import org.vigie.node.shell.Role;
import org.vigie.node.shell.SignedIn;
import org.vigie.register.Member;
import org.vigie.register.OpenRegister;
import org.vigie.register.RegisterRefused;
import org.vigie.register.Registers;
import org.vigie.seal.SealRefused;

/**
 * The register of campaigns: found anew each round in a keeper's session, read by keepers and by
 * analysts who read no case. Protects people from being counted out by an analyst who looks again
 * and again: what is added shows at the next round only, in steps, and only where enough people,
 * each with a caseworker of their own, stand behind it; what is taken back is gone at once. Does
 * not protect against a keeper: keepers decide about links. Safe for use by several threads.
 */
public final class CampaignOffice {

  static final String KIND = "campaigns";

  private static final String KEEPER = "keeper";
  private static final String ANALYST = "analyst";

  private final Registers registers;
  private final Houses houses;
  private final LinkGround ground;
  private final CampaignAddress address;

  CampaignOffice(Registers registers, Houses houses, LinkGround ground, CampaignAddress address) {
    this.registers = registers;
    this.houses = houses;
    this.ground = ground;
    this.address = address;
  }

  /**
   * A campaign as this member may see it.
   *
   * @param number from 1; stays as long as the campaign does
   * @param view what may be said of it
   * @param merged numbers of campaigns that came into it this round and that this member could see
   * @param from the number of the campaign it was split from this round, or 0
   * @param shown whether analysts see it
   */
  public record Shown(
      int number, CampaignView view, List<Integer> merged, int from, boolean shown) {}

  /**
   * Keeps the register in order: founds it, lets in and lets go, and finds the campaigns of a round
   * that has begun.
   */
  public synchronized void tend(SignedIn keeper) throws Refusal, IOException {
    if (houses.find(keeper).isEmpty()) {
      return;
    }
    if (address.register().isEmpty()) {
      var role = org.vigie.register.Role.steward(KEEPER);
      address.set(registers.create(keeper.keys(), KIND, role).id());
    }
    var register = open(keeper);
    if (register.isPresent()) {
      letGo(keeper, register.get());
      letIn(keeper, register.get());
      round(keeper, register.get());
    }
  }

  /** What a member is here; nothing for whoever tells, accompanies, or does something else. */
  private static Optional<String> part(HouseMember member) {
    if (member.keeper()) {
      return Optional.of(KEEPER);
    }
    var reads = member.roles().contains(Role.CASEWORKER) || member.roles().contains(Role.PERSON);
    return member.roles().contains(Role.ANALYST) && !reads
        ? Optional.of(ANALYST)
        : Optional.empty();
  }

  private void letGo(SignedIn keeper, OpenRegister register) throws RegisterRefused, IOException {
    var house = houses.house(keeper);
    for (var member : List.copyOf(register.members())) {
      var part = house.member(member.id()).flatMap(CampaignOffice::part).orElse("");
      if (!member.id().equals(keeper.id()) && !part.equals(member.role().name())) {
        register.remove(member.id());
        register.reseal(Integer.MAX_VALUE);
      }
    }
  }

  private void letIn(SignedIn keeper, OpenRegister register) throws RegisterRefused {
    var inside = register.members().stream().map(Member::id).toList();
    for (var colleague : houses.colleagues(keeper, member -> part(member).isPresent())) {
      if (!inside.contains(colleague.id())) {
        var role =
            colleague.roles().contains(Role.KEEPER)
                ? org.vigie.register.Role.steward(KEEPER)
                : org.vigie.register.Role.member(ANALYST);
        register.grant(colleague.id(), colleague.keys(), role);
      }
    }
  }

  private void round(SignedIn keeper, OpenRegister register) throws Refusal {
    var book = register.fold(CampaignBook.FOLD);
    var due = ground.round(address.days());
    var newest = book.newest();
    if (newest != null && newest.day() >= due) {
      return;
    }
    var found = ground.read(keeper, address.days());
    if (found.isPresent()) {
      var basis = basis(basis(register), found.get());
      register.append(
          CampaignRound.TYPE, new CampaignRound(due, ground.seal(basis.encoded(), register.id())));
      for (var sequence : book.rounds()) {
        register.erase(sequence);
      }
    }
  }

  /** Groups that nobody may see get no number, so that none is missing from what is seen. */
  private CampaignBasis basis(CampaignBasis before, LinkGround.Ground found) {
    var known = new TreeMap<Integer, Set<String>>();
    before.groups().forEach(group -> known.put(group.number(), group.members()));
    var threshold = address.threshold();
    var groups = new ArrayList<List<Sighting>>();
    for (var group : Campaigns.of(found.sightings(), found.likenesses())) {
      var old =
          known.values().stream()
              .anyMatch(members -> group.stream().anyMatch(one -> members.contains(one.id())));
      if (old || Since.of(group, threshold).isPresent()) {
        groups.add(group);
      }
    }
    var named =
        Continuity.of(known, groups.stream().map(CampaignOffice::ids).toList(), before.highest());
    var highest = before.highest();
    var kept = new ArrayList<CampaignBasis.Group>();
    for (var i = 0; i < named.size(); i++) {
      var name = named.get(i);
      highest = Math.max(highest, name.number());
      var since = before.since(name.number());
      kept.add(CampaignBasis.Group.found(name, groups.get(i), found.until(), since));
    }
    return new CampaignBasis(highest, kept);
  }

  private static Set<String> ids(List<Sighting> group) {
    var ids = new TreeSet<String>();
    group.forEach(sighting -> ids.add(sighting.id()));
    return ids;
  }

  /** A basis that another key sealed is begun anew. */
  private CampaignBasis basis(OpenRegister register) throws RegisterRefused {
    var newest = register.fold(CampaignBook.FOLD).newest();
    if (newest == null) {
      return CampaignBasis.NONE;
    }
    try {
      return CampaignBasis.parse(ground.open(newest.basis(), register.id()));
    } catch (SealRefused lostKey) {
      return CampaignBasis.NONE;
    }
  }

  private Optional<OpenRegister> open(SignedIn member) throws RegisterRefused {
    var register = address.register();
    return register.isEmpty() ? Optional.empty() : registers.open(member.keys(), register.get());
  }

  /** Whether this member can look: let in, and a keeper or somebody who reads no case. */
  public boolean opens(SignedIn member) throws RegisterRefused {
    return open(member).isPresent() && (keeps(member) || !reads(member));
  }

  private static boolean keeps(SignedIn member) {
    return member.roles().contains(Role.KEEPER);
  }

  /** Whoever can bring incidents must not see what comes of them. */
  private boolean reads(SignedIn member) throws RegisterRefused {
    return registers.mine(member.keys()).stream()
        .anyMatch(handle -> handle.kind().equals(Cases.KIND));
  }

  /** The campaigns this member may see, by number. */
  public List<Shown> campaigns(SignedIn member) throws RegisterRefused {
    var register = open(member);
    if (register.isEmpty() || !opens(member)) {
      return List.of();
    }
    var decisions = register.get().fold(CampaignBook.FOLD).decisions();
    var shown = new TreeMap<Integer, Shown>();
    for (var group : basis(register.get()).groups()) {
      var may = keeps(member) || decisions.getOrDefault(group.number(), false);
      var view = group.view(ground::counts, ground.today(), address.threshold());
      if (may && view.isPresent()) {
        shown.put(group.number(), shown(group, view.get(), decisions, keeps(member)));
      }
    }
    return List.copyOf(shown.values());
  }

  private static Shown shown(
      CampaignBasis.Group group,
      CampaignView view,
      Map<Integer, Boolean> decisions,
      boolean keeper) {
    var merged =
        group.merged().stream()
            .filter(number -> keeper || decisions.getOrDefault(number, false))
            .toList();
    var from = keeper || decisions.getOrDefault(group.from(), false) ? group.from() : 0;
    return new Shown(
        group.number(), view, merged, from, decisions.getOrDefault(group.number(), false));
  }

  /** The campaign of this number, if this member may see it. */
  public Optional<Shown> campaign(SignedIn member, String number) throws RegisterRefused {
    return campaigns(member).stream()
        .filter(campaign -> Integer.toString(campaign.number()).equals(number))
        .findFirst();
  }

  /** Lets analysts see a campaign, or takes it back from them. */
  public void decide(SignedIn keeper, String number, boolean shown) throws RegisterRefused {
    var register = open(keeper);
    var campaign = campaign(keeper, number);
    if (register.isPresent() && campaign.isPresent()) {
      register
          .get()
          .append(CampaignDecided.TYPE, new CampaignDecided(campaign.get().number(), shown));
    }
  }

  /** From how many people on, each with a caseworker of their own, a campaign is shown. */
  public Threshold threshold() {
    return address.threshold();
  }

  /** Weeks between two rounds. */
  public int weeks() {
    return address.weeks();
  }

  /** Sets both, where they are among those that can be chosen. */
  public void keep(String people, String weeks) {
    address.keep(people, weeks);
  }
}
