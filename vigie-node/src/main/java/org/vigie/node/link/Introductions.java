package org.vigie.node.link;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.MemberId;
import org.vigie.kernel.Refusal;
import org.vigie.kernel.RegisterId;
import org.vigie.node.casefile.CaseRefused;
import org.vigie.node.house.Houses;
import org.vigie.register.Author;
import org.vigie.register.Entry;
import org.vigie.register.Fold;
import org.vigie.register.OpenRegister;
import org.vigie.register.RegisterRefused;
import org.vigie.register.Registers;
import org.vigie.register.Role;
import org.vigie.register.UnlockedMember;

/**
 * Registers that two sides share once both said yes: a place to write to each other. Opens nothing
 * of either case. Whoever leaves loses the key to what is written afterwards.
 */
public final class Introductions {

  /** The kind of register an introduction is. */
  public static final String KIND = "introduction";

  private static final Fold<Talk> FOLD = new TalkFold();

  private final Registers registers;
  private final LinkKeys keys;

  Introductions(Registers registers, LinkKeys keys) {
    this.registers = registers;
    this.keys = keys;
  }

  /** An introduction that is open to this member. */
  public record Open(OpenRegister register, Talk talk) {}

  /**
   * What was written.
   *
   * @param opened why it was opened; null until everyone is in
   * @param said oldest first
   * @param left who wished to leave
   */
  public record Talk(@Nullable IntroductionOpened opened, List<Said> said, Set<MemberId> left) {}

  /** A message with its author and time. */
  public record Said(Instant at, Author author, IntroductionSaid said) {}

  /** Every introduction this member is in and did not leave. */
  public List<Open> of(UnlockedMember member) throws RegisterRefused {
    var found = new ArrayList<Open>();
    for (var handle : registers.mine(member)) {
      if (handle.kind().equals(KIND)) {
        find(member, handle.id().value()).ifPresent(found::add);
      }
    }
    return List.copyOf(found);
  }

  /** The introduction {@code id}, if this member is in it and did not leave. */
  public Optional<Open> find(UnlockedMember member, String id) throws RegisterRefused {
    if (!id.matches("[0-9a-f]{32}")) {
      return Optional.empty();
    }
    var register = registers.open(member, new RegisterId(id));
    if (register.isEmpty() || !register.get().kind().equals(KIND)) {
      return Optional.empty();
    }
    var talk = register.get().fold(FOLD);
    return talk.opened() == null
            || talk.left().contains(member.id())
            || !mayRead(member, register.get())
        ? Optional.empty()
        : Optional.of(new Open(register.get(), talk));
  }

  /** Whoever accompanied somebody here and left the house reads no more of it (S-38). */
  private boolean mayRead(UnlockedMember member, OpenRegister register) throws RegisterRefused {
    return as(register).endsWith("-" + LinkDesk.PERSON) || Houses.in(registers, member);
  }

  /** What this member is in {@code open}, such as {@code second-caseworker}. */
  public String as(Open open) throws RegisterRefused {
    return as(open.register());
  }

  private static String as(OpenRegister register) throws RegisterRefused {
    var me = register.me();
    return register.members().stream()
        .filter(member -> member.id().equals(me))
        .map(member -> member.role().name())
        .findFirst()
        .orElse("");
  }

  /** Whether anyone else is still in it. */
  public boolean answered(Open open) throws RegisterRefused {
    return open.register().members().stream()
        .anyMatch(member ->
            !member.id().equals(open.register().me()) && !open.talk().left().contains(member.id()));
  }

  /** Writes to the other side. */
  public void say(Open open, String words) throws RegisterRefused {
    open.register().append(LinkTypes.SAID, new IntroductionSaid(as(open), words));
  }

  /** Leaves for good; whoever stays takes the key away at the next visit. */
  public void leave(Open open) throws RegisterRefused {
    open.register().append(LinkTypes.LEFT, new IntroductionLeft(true));
  }

  /** Takes the key from who left. */
  public void tend(Open open) throws RegisterRefused, IOException {
    var inside = new HashSet<MemberId>();
    open.register().members().forEach(member -> inside.add(member.id()));
    for (var gone : open.talk().left()) {
      if (inside.contains(gone)) {
        open.register().remove(gone);
        open.register().reseal(Integer.MAX_VALUE);
      }
    }
  }

  /** Founds the introduction of {@code notice}, if {@code member} is among those who agreed. */
  void meet(
      UnlockedMember member,
      OpenRegister file,
      LinkNotice notice,
      Reply reply,
      List<Reply.Contact> contacts)
      throws Refusal {
    var me = contacts.stream().filter(one -> one.member().equals(member.id())).findFirst();
    if (me.isEmpty() || file.fold(CaseLinks.FOLD).met().containsKey(notice.link())) {
      return;
    }
    var seen = file.head();
    var register = registers.create(member, KIND, Role.steward("second-" + me.get().as()));
    for (var contact : contacts) {
      grant(register, contact, "second-");
    }
    for (var contact : reply.contacts()) {
      grant(register, contact, "first-");
    }
    file.appendIf(
        seen,
        entry -> entry.body() instanceof LinkMet met && met.link().equals(notice.link()),
        LinkTypes.MET,
        new LinkMet(notice.link(), register.id().value()));
  }

  /** Someone who accompanies both sides is let in once. */
  private static void grant(OpenRegister register, Reply.Contact contact, String side)
      throws RegisterRefused {
    if (register.members().stream().noneMatch(in -> in.id().equals(contact.member()))) {
      register.grant(contact.member(), contact.keys(), Role.steward(side + contact.as()));
    }
  }

  /** Opens a founded introduction for writing and tells the other side; once. */
  boolean complete(UnlockedMember member, OpenRegister file, LinkNotice notice, Reply reply)
      throws Refusal {
    var met = file.fold(CaseLinks.FOLD).met().get(notice.link());
    var register =
        met == null ? Optional.<OpenRegister>empty() : registers.open(member, new RegisterId(met));
    if (register.isEmpty() || register.get().fold(FOLD).opened() != null) {
      return false;
    }
    var said = reply.notice();
    registers.deposit(
        keys.file(reply.other()).orElseThrow(CaseRefused::notFound),
        LinkTypes.MET,
        new LinkMet(reply.link(), register.get().id().value()));
    register.get().append(LinkTypes.OPENED, new IntroductionOpened(said.kinds(), said.month()));
    return true;
  }

  private record TalkFold() implements Fold<Talk> {

    @Override
    public Talk empty() {
      return new Talk(null, List.of(), Set.of());
    }

    @Override
    public Talk step(Talk s, Entry<?> entry) {
      return switch (entry.body()) {
        case IntroductionOpened it -> new Talk(it, s.said(), s.left());
        case IntroductionSaid it -> {
          var longer = new ArrayList<>(s.said());
          longer.add(new Said(entry.at(), entry.author(), it));
          yield new Talk(s.opened(), List.copyOf(longer), s.left());
        }
        case IntroductionLeft it -> {
          var left = new LinkedHashSet<>(s.left());
          if (entry.author() instanceof Author.Member(var id)) {
            left.add(id);
          }
          yield new Talk(s.opened(), s.said(), left);
        }
        case null, default -> s;
      };
    }
  }
}
