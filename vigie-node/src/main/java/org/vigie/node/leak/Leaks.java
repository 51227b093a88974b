package org.vigie.node.leak;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.kernel.MemberId;
import org.vigie.kernel.RegisterId;
import org.vigie.node.house.Colleague;
import org.vigie.node.house.Houses;
import org.vigie.register.Author;
import org.vigie.register.Entry;
import org.vigie.register.EntryType;
import org.vigie.register.Fold;
import org.vigie.register.OpenRegister;
import org.vigie.register.RegisterRefused;
import org.vigie.register.Registers;
import org.vigie.register.Role;
import org.vigie.register.UnlockedMember;

/**
 * Registers of suppositions, each open to two custodians. Protects against reading by anyone else,
 * those who read the case and the person themselves included: nobody else holds a key, and the case
 * does not say that there is such a register. Does not protect against what one of the two tells
 * others. Safe for use by several threads.
 */
public final class Leaks {

  /** The kind of register. */
  public static final String KIND = "leaks";

  /** What a register is about. */
  public static final EntryType<LeakBegun> BEGUN =
      new EntryType<>("leak.begun", 1, LeakBegun.class);

  /** A supposition. */
  public static final EntryType<LeakSupposed> SUPPOSED =
      new EntryType<>("leak.supposed", 1, LeakSupposed.class);

  private static final Role CUSTODIAN = Role.steward("custodian");
  private static final int CUSTODIANS = 2;

  private static final Fold<Book> FOLD = new BookFold();

  private final Registers registers;

  /** Those that {@code registers} holds. */
  public Leaks(Registers registers) {
    this.registers = registers;
  }

  /** A register with its state. */
  public record Open(OpenRegister register, Book book) {

    /** Its identifier. */
    public String id() {
      return register.id().value();
    }
  }

  /**
   * What it holds.
   *
   * @param begun what it is about
   * @param items oldest first; erased ones are not among them
   */
  public record Book(LeakBegun begun, List<Item> items) {}

  /** A supposition with its place, when and by whom it was written. */
  public record Item(long sequence, Instant at, Author author, LeakSupposed supposed) {}

  /**
   * Every register this member is one of two custodians of.
   *
   * @throws RegisterRefused if one is not what its members signed
   */
  public List<Open> of(UnlockedMember member) throws RegisterRefused {
    var found = new ArrayList<Open>();
    for (var handle : registers.mine(member)) {
      if (handle.kind().equals(KIND)) {
        find(member, handle.id().value()).ifPresent(found::add);
      }
    }
    return List.copyOf(found);
  }

  /**
   * The register {@code id}, if this member is one of its custodians and still in the house.
   *
   * @throws RegisterRefused if it is not what its members signed
   */
  public Optional<Open> find(UnlockedMember member, String id) throws RegisterRefused {
    if (!id.matches("[0-9a-f]{32}")) {
      return Optional.empty();
    }
    registers.mine(member); // takes an invitation that came since, also after a removal
    var register = registers.open(member, new RegisterId(id));
    if (register.isEmpty()
        || !register.get().kind().equals(KIND)
        || !Houses.in(registers, member)) {
      return Optional.empty();
    }
    return Optional.of(new Open(register.get(), register.get().fold(FOLD)));
  }

  /**
   * The register about {@code caseId} that this member is a custodian of.
   *
   * @throws RegisterRefused if one is not what its members signed
   */
  public Optional<Open> about(UnlockedMember member, String caseId) throws RegisterRefused {
    return of(member).stream()
        .filter(open -> open.book().begun().caseId().equals(caseId))
        .findFirst();
  }

  /**
   * Begins a register of two.
   *
   * @throws LeakRefused if {@code first} keeps one about this case already
   */
  public Open begin(UnlockedMember first, Colleague second, LeakBegun begun)
      throws RegisterRefused, LeakRefused {
    if (about(first, begun.caseId()).isPresent()) {
      throw LeakRefused.begun();
    }
    var register = registers.create(first, KIND, CUSTODIAN);
    register.append(BEGUN, begun);
    register.grant(second.id(), second.keys(), CUSTODIAN);
    return new Open(register, register.fold(FOLD));
  }

  /** The custodian beside this member, if there is one. */
  public static Optional<MemberId> other(Open open) throws RegisterRefused {
    var me = open.register().me();
    return open.register().members().stream()
        .map(member -> member.id())
        .filter(id -> !id.equals(me))
        .findFirst();
  }

  /**
   * Puts {@code next} in the place of the other custodian, who can read nothing of it any more.
   *
   * @throws RegisterRefused if this member is no custodian
   */
  public void replace(Open open, Colleague next) throws RegisterRefused, IOException {
    var register = open.register();
    var other = other(open);
    if (other.isPresent() && !other.get().equals(next.id())) {
      register.remove(other.get());
      register.reseal(Integer.MAX_VALUE);
    }
    if (register.members().size() < CUSTODIANS) {
      register.grant(next.id(), next.keys(), CUSTODIAN);
    }
  }

  /**
   * Writes a supposition down.
   *
   * @throws RegisterRefused if it can no longer be written to
   */
  public void suppose(Open open, LeakSupposed supposed) throws RegisterRefused {
    open.register().append(SUPPOSED, supposed);
  }

  /**
   * Destroys a supposition and the key to it. That there was one, when and by whom, stays.
   *
   * @throws RegisterRefused if it can no longer be written to
   */
  public void erase(Open open, long sequence) throws RegisterRefused {
    if (open.book().items().stream().anyMatch(item -> item.sequence() == sequence)) {
      open.register().erase(sequence);
    }
  }

  private record BookFold() implements Fold<Book> {

    @Override
    public Book empty() {
      return new Book(new LeakBegun("", ""), List.of());
    }

    @Override
    public Book step(Book book, Entry<?> entry) {
      return switch (entry.body()) {
        case LeakBegun begun -> new Book(begun, book.items());
        case LeakSupposed supposed -> {
          var items = new ArrayList<>(book.items());
          items.add(new Item(entry.sequence(), entry.at(), entry.author(), supposed));
          yield new Book(book.begun(), List.copyOf(items));
        }
        case null, default -> book;
      };
    }
  }
}
