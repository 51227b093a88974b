package org.vigie.node.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.vigie.kernel.Language;
import org.vigie.kernel.MemberId;
import org.vigie.kernel.RegisterId;
import org.vigie.node.shell.Role;
import org.vigie.node.shell.Sessions;
import org.vigie.node.shell.SignedIn;
import org.vigie.register.OpenRegister;
import org.vigie.register.RegisterRefused;
import org.vigie.register.Registers;
import org.vigie.register.UnlockedMember;
import org.vigie.seal.MemberKeys;
import org.vigie.seal.PublicKeys;
import org.vigie.seal.SealRefused;

/**
 * The house of this node: founding it, letting people in, letting them go. Who may do what is held
 * by the registers' stewards, not by these methods: without the keepers' grant they get nowhere.
 */
public final class Houses {

  /** Kind of the register every member reads. */
  public static final String KIND = "house";

  static final String KEEPERS = "keepers";

  private static final int RESEAL_AT_ONCE = 500;

  private final Accounts accounts;
  private final Invitations invitations;
  private final Registers registers;
  private final Sessions sessions;
  private final SecureRandom random;

  Houses(
      Accounts accounts,
      Invitations invitations,
      Registers registers,
      Sessions sessions,
      SecureRandom random) {
    this.accounts = accounts;
    this.invitations = invitations;
    this.registers = registers;
    this.sessions = sessions;
    this.random = random;
  }

  /**
   * Founds the house of an empty node with its first keeper.
   *
   * @param roles what the founder does besides keeping the house
   * @throws HouseRefused {@code house.founded-already}
   */
  public synchronized Entered found(String name, NewAccount founder, Set<Role> roles)
      throws HouseRefused, RegisterRefused {
    if (!accounts.none()) {
      throw HouseRefused.foundedAlready();
    }
    var keys = MemberKeys.generate(random);
    var id = MemberId.random(random);
    var held = new java.util.TreeSet<>(roles);
    held.add(Role.KEEPER);
    var codes = Roles.codes(held);
    var unlocked = registers.unlock(id, keys);
    var steward = org.vigie.register.Role.steward("keeper");
    var keepers = registers.create(unlocked, KEEPERS, steward);
    var house = registers.create(unlocked, KIND, steward);
    house.append(HouseFounded.TYPE, new HouseFounded(name, keepers.id().value()));
    house.append(MemberDescribed.TYPE, new MemberDescribed(id.value(), founder.shownName(), codes));
    var profile =
        new Profile(
            id.value(), house.id().value(), keepers.id().value(), codes, founder.totp(), -1);
    // The account comes last: a founding that stops before it can simply be begun again.
    var papers = accounts.create(founder, keys, profile);
    return new Entered(new SignedIn(id, held, unlocked, new MemberBox(keys.encryption())), papers);
  }

  /** Whether the node waits to be founded. */
  public boolean waiting() {
    return accounts.none();
  }

  /** Whether nobody has this sign-in name yet. */
  public boolean free(String signInName) {
    return accounts.free(signInName);
  }

  /**
   * Writes an invitation.
   *
   * @param note how the keepers call whoever gets it
   * @return eight words for the paper
   */
  public String invite(SignedIn keeper, Set<Role> roles, String note, Language language)
      throws RegisterRefused, HouseRefused {
    var house = register(keeper, KIND);
    var keepers = register(keeper, KEEPERS);
    var codes = Roles.codes(roles);
    var written = invitations.write(house.id().value(), keepers.id().value(), codes, language);
    keepers.append(InvitationMade.TYPE, new InvitationMade(written.invitation().id(), codes, note));
    return written.code();
  }

  /** The roles an invitation gives, if these words open one. */
  public Optional<Set<Role>> invited(String code) {
    return invitations.find(code).map(invitation -> Roles.of(invitation.roles()));
  }

  /**
   * Makes the account of somebody with an invitation. They are signed in at once; the house opens
   * to them when a keeper is next there.
   *
   * @throws HouseRefused {@code house.wrong-secret} if the words open nothing
   */
  public Entered join(String code, NewAccount joiner) throws HouseRefused, RegisterRefused {
    var invitation = invitations.find(code).orElseThrow(HouseRefused::wrongSecret);
    if (!accounts.free(joiner.signInName())) {
      throw HouseRefused.nameTaken();
    }
    if (!invitations.use(invitation)) {
      throw HouseRefused.wrongSecret();
    }
    var keys = MemberKeys.generate(random);
    var id = MemberId.random(random);
    var profile =
        new Profile(
            id.value(),
            invitation.house(),
            invitation.keepers(),
            invitation.roles(),
            joiner.totp(),
            -1);
    var papers = accounts.create(joiner, keys, profile);
    var name = Roles.staff(profile.heldRoles()) ? joiner.shownName() : "";
    var printed = Base64.getUrlEncoder().encodeToString(keys.publicKeys().encoded());
    registers.deposit(
        new RegisterId(invitation.keepers()),
        InvitationAnswered.TYPE,
        new InvitationAnswered(invitation.id(), id.value(), printed, name));
    var lookup = accounts.lookupOf(id);
    return new Entered(accounts.enter(lookup, keys, profile), papers);
  }

  /** Lets in everyone whose invitation was answered, and lets go who wished to leave. */
  public void admitWaiting(SignedIn keeper) throws RegisterRefused, HouseRefused {
    var house = register(keeper, KIND);
    var book = book(keeper);
    for (var answer : book.answers().values()) {
      var made = book.invitations().get(answer.id());
      var id = new MemberId(answer.member());
      var known = house.members().stream().anyMatch(member -> member.id().equals(id));
      if (made != null && !known && !wasIn(house, id)) {
        admit(keeper, house, answer, Roles.of(made.roles()));
      }
    }
    for (var leaving : book.leaving()) {
      if (house(keeper).member(leaving).isPresent()) {
        end(keeper, leaving, "left");
      }
    }
    reseal(keeper);
  }

  private static boolean wasIn(OpenRegister house, MemberId id) throws RegisterRefused {
    return house.entries().stream()
        .flatMap(entry -> entry.as(MemberGone.TYPE).stream())
        .anyMatch(gone -> gone.member().equals(id.value()));
  }

  private void admit(
      SignedIn keeper, OpenRegister house, InvitationAnswered answer, Set<Role> roles)
      throws RegisterRefused, HouseRefused {
    var id = new MemberId(answer.member());
    var keys = keysOf(answer);
    house.grant(id, keys, registerRole(roles));
    house.append(
        MemberDescribed.TYPE, new MemberDescribed(id.value(), answer.name(), Roles.codes(roles)));
    if (roles.contains(Role.KEEPER)) {
      register(keeper, KEEPERS).grant(id, keys, registerRole(roles));
    }
  }

  private static PublicKeys keysOf(InvitationAnswered answer) {
    try {
      return PublicKeys.parse(Base64.getUrlDecoder().decode(answer.keys()));
    } catch (SealRefused | IllegalArgumentException malformed) {
      throw new IllegalStateException("the node left keys that are none", malformed);
    }
  }

  private static org.vigie.register.Role registerRole(Set<Role> roles) {
    return roles.contains(Role.KEEPER)
        ? org.vigie.register.Role.steward("keeper")
        : org.vigie.register.Role.member("member");
  }

  /** The house as {@code member} may read it; empty before a keeper let them in. */
  public House house(SignedIn member) throws RegisterRefused {
    var register = find(member, KIND);
    return register.isEmpty() ? House.NONE : register.get().fold(new HouseFold());
  }

  /** What keepers know. */
  public KeepersBook book(SignedIn keeper) throws RegisterRefused, HouseRefused {
    return register(keeper, KEEPERS).fold(new KeepersFold());
  }

  /** The register that keepers alone read, for what other capabilities keep there. */
  public OpenRegister keepers(SignedIn keeper) throws RegisterRefused, HouseRefused {
    return register(keeper, KEEPERS);
  }

  /** Members of the house whom {@code which} picks, with the keys a register is granted to. */
  public List<Colleague> colleagues(SignedIn member, Predicate<HouseMember> which)
      throws RegisterRefused {
    var register = find(member, KIND);
    if (register.isEmpty()) {
      return List.of();
    }
    var house = register.get().fold(new HouseFold());
    var found = new ArrayList<Colleague>();
    for (var granted : register.get().members()) {
      house
          .member(granted.id())
          .filter(which)
          .ifPresent(
              it -> found.add(new Colleague(it.id(), it.name(), it.roles(), granted.keys())));
    }
    return found;
  }

  /** Ends somebody's membership; their own registers stay theirs. */
  public void remove(SignedIn keeper, MemberId gone) throws RegisterRefused, HouseRefused {
    end(keeper, gone, "removed");
  }

  private void end(SignedIn keeper, MemberId gone, String why)
      throws RegisterRefused, HouseRefused {
    var house = house(keeper);
    var keepers = house.members().values().stream().filter(HouseMember::keeper).toList();
    if (keepers.size() == 1 && keepers.getFirst().id().equals(gone)) {
      throw HouseRefused.lastKeeper();
    }
    var register = register(keeper, KIND);
    register.append(MemberGone.TYPE, new MemberGone(gone.value(), why));
    var book = register(keeper, KEEPERS);
    if (book.members().stream().anyMatch(member -> member.id().equals(gone))) {
      book.remove(gone);
    }
    register.remove(gone);
    sessions.endAll(gone, session -> true);
    reseal(keeper);
  }

  /**
   * Brings what was written before somebody left under keys they never had; what does not fit now
   * is done when a keeper next looks at the members.
   */
  private void reseal(SignedIn keeper) throws RegisterRefused, HouseRefused {
    try {
      register(keeper, KIND).reseal(RESEAL_AT_ONCE);
      register(keeper, KEEPERS).reseal(RESEAL_AT_ONCE);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** A member wishes to leave; a keeper's next visit ends the membership. */
  public void leave(SignedIn member) throws RegisterRefused, HouseRefused {
    var house = house(member);
    var keepers = house.members().values().stream().filter(HouseMember::keeper).toList();
    if (keepers.size() == 1 && keepers.getFirst().id().equals(member.id())) {
      throw HouseRefused.lastKeeper();
    }
    registers.deposit(
        new RegisterId(house.keepers()), WishToLeave.TYPE, new WishToLeave(member.id().value()));
    sessions.endAll(member.id(), session -> true);
  }

  /** The house's register or the keepers', which {@code member} must have been let into. */
  private OpenRegister register(SignedIn member, String kind) throws RegisterRefused, HouseRefused {
    return find(member, kind).orElseThrow(HouseRefused::notLetIn);
  }

  /** The house's register, if {@code member} was let in. */
  public Optional<OpenRegister> find(SignedIn member) throws RegisterRefused {
    return find(member, KIND);
  }

  /**
   * Whether {@code member} was in the house before and no longer was when they signed in; somebody
   * whom no keeper let in yet was not.
   */
  public static boolean left(SignedIn member) {
    return member.keys().lost(KIND);
  }

  /** Whether {@code member} is in the house: they hold a key to its register now. */
  public static boolean in(Registers registers, UnlockedMember member) throws RegisterRefused {
    for (var handle : registers.mine(member)) {
      if (handle.kind().equals(KIND) && registers.open(member, handle.id()).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private Optional<OpenRegister> find(SignedIn member, String kind) throws RegisterRefused {
    for (var handle : registers.mine(member.keys())) {
      if (handle.kind().equals(kind)) {
        return registers.open(member.keys(), handle.id());
      }
    }
    return Optional.empty();
  }
}
