package org.vigie.node.casefile;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.kernel.MemberId;
import org.vigie.kernel.RegisterId;
import org.vigie.node.house.Houses;
import org.vigie.register.Author;
import org.vigie.register.OpenRegister;
import org.vigie.register.RegisterRefused;
import org.vigie.register.Registers;
import org.vigie.register.Role;
import org.vigie.register.UnlockedMember;
import org.vigie.seal.PublicKeys;

/**
 * The cases a member can open. A case that a member holds no grant of and a case that does not
 * exist look the same. Safe for use by several threads.
 */
public final class Cases {

  /** The kind of register a case is. */
  public static final String KIND = "case";

  /** The person whose case it is: decides who else reads. */
  public static final Role PERSON = Role.steward("person");

  /** Someone who accompanies the person. */
  public static final Role CASEWORKER = Role.member("caseworker");

  /** Someone who opened the case for a person who has no account yet. */
  public static final Role OPENER = Role.steward("caseworker");

  private final Registers registers;
  private final InstantSource clock;

  /** The cases that {@code registers} holds. */
  public Cases(Registers registers, InstantSource clock) {
    this.registers = registers;
    this.clock = clock;
  }

  /** A case with its state. */
  public record Open(OpenRegister register, CaseFile file) {

    /** Its identifier. */
    public RegisterId id() {
      return register.id();
    }
  }

  /**
   * Opens a new case.
   *
   * @throws RegisterRefused if the registers cannot be written to
   */
  public Open open(UnlockedMember founder, CaseOpened opened) throws RegisterRefused {
    var role = opened.openedBy().equals("person") ? PERSON : OPENER;
    var register = registers.create(founder, KIND, role);
    register.append(CaseFile.OPENED, opened);
    return opened(register);
  }

  /**
   * Every case this member can open, in the order they came to them.
   *
   * @throws RegisterRefused if one is not what its members signed
   */
  public List<Open> of(UnlockedMember member) throws RegisterRefused {
    var cases = new ArrayList<Open>();
    for (var handle : registers.mine(member)) {
      if (handle.kind().equals(KIND)) {
        var register = registers.open(member, handle.id());
        if (register.isPresent()) {
          var open = opened(register.get());
          if (mayRead(member, open)) {
            cases.add(open);
          }
        }
      }
    }
    return List.copyOf(cases);
  }

  /**
   * The case with this identifier, if this member can open it. Somebody else than the person is
   * noted among those who looked, whatever they came for.
   *
   * @param id as it stands in an address; anything else than an identifier finds nothing
   * @throws RegisterRefused if it is not what its members signed
   */
  public Optional<Open> find(UnlockedMember member, String id) throws RegisterRefused {
    if (!id.matches("[0-9a-f]{32}")) {
      return Optional.empty();
    }
    var register = registers.open(member, new RegisterId(id));
    if (register.isEmpty() || !register.get().kind().equals(KIND)) {
      return Optional.empty();
    }
    var open = opened(register.get());
    return mayRead(member, open) ? Optional.of(seen(open)) : Optional.empty();
  }

  /**
   * Whoever left the house, or was made to, keeps their own case and no other's, whatever key they
   * still hold: they can sign in, and only the people of each case can take its key back (S-38).
   */
  private boolean mayRead(UnlockedMember member, Open open) throws RegisterRefused {
    return own(open) || Houses.in(registers, member);
  }

  /**
   * Whether it is the case of whoever has it open: they founded it as the person it is about. That
   * they may read it is not enough, nor what the case says of its beginning.
   *
   * @throws RegisterRefused if it is not what its members signed
   */
  public static boolean own(Open open) throws RegisterRefused {
    var me = open.register().me();
    return open.register().members().stream()
        .anyMatch(member ->
            member.id().equals(me) && member.role().equals(PERSON) && member.added() == 0);
  }

  /** Whoever comes to a case that is not their own is seen by the person (S-36). */
  private Open seen(Open open) throws RegisterRefused {
    if (own(open)) {
      return open;
    }
    looked(open, new Looked("file", "", ""));
    return opened(open.register());
  }

  /**
   * Lets a member of the house read and write in a case.
   *
   * @throws RegisterRefused if whoever asks does not decide that here
   */
  public void letIn(OpenRegister register, MemberId member, PublicKeys keys)
      throws RegisterRefused {
    register.grant(member, keys, CASEWORKER);
  }

  /**
   * Notes that someone opened something, for the page "who looked": once a day for each reader and
   * thing, so that the note does not drown what it is about.
   *
   * @throws RegisterRefused if the case can no longer be written to
   */
  public void looked(Open open, Looked looked) throws RegisterRefused {
    var today = day(clock.instant());
    var me = new Author.Member(open.register().me());
    var noted =
        open.file().looks().stream()
            .anyMatch(look ->
                look.author().equals(me)
                    && look.looked().equals(looked)
                    && day(look.at()).equals(today));
    if (!noted) {
      open.register().append(CaseFile.LOOKED, looked);
    }
  }

  private static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }

  private static Open opened(OpenRegister register) throws RegisterRefused {
    return new Open(register, register.fold(CaseFile.FOLD));
  }
}
