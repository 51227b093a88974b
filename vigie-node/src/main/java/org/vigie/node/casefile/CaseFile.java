package org.vigie.node.casefile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.register.Author;
import org.vigie.register.Entry;
import org.vigie.register.EntryType;
import org.vigie.register.Fold;

/**
 * The state of a case that does not belong to a capability of its own.
 *
 * @param opened pseudonym and languages; the last entry counts
 * @param accounts what was told, every version, oldest first
 * @param relatives by handles; the last note about each counts
 * @param neverSaid what must not leave, lifted wishes left out
 * @param names display names by output
 * @param looks who opened what, oldest first
 */
public record CaseFile(
    CaseOpened opened,
    List<Told> accounts,
    Map<String, RelativeNoted> relatives,
    Map<String, NeverSaid> neverSaid,
    Map<String, String> names,
    List<Look> looks) {

  /** A case was opened, or its pseudonym or languages changed. */
  public static final EntryType<CaseOpened> OPENED =
      new EntryType<>("case.opened", 1, CaseOpened.class);

  /** Something was told. */
  public static final EntryType<AccountTold> TOLD =
      new EntryType<>("case.account", 1, AccountTold.class);

  /** A relative at risk was noted. */
  public static final EntryType<RelativeNoted> RELATIVE =
      new EntryType<>("case.relative", 1, RelativeNoted.class);

  /** Words that must not leave the house. */
  public static final EntryType<NeverSaid> NEVER =
      new EntryType<>("case.never-said", 1, NeverSaid.class);

  /** The name shown in one kind of output. */
  public static final EntryType<NameShown> NAME =
      new EntryType<>("case.name-shown", 1, NameShown.class);

  /** Someone opened something. */
  public static final EntryType<Looked> LOOKED = new EntryType<>("case.looked", 1, Looked.class);

  /** How entries become this state. */
  public static final Fold<CaseFile> FOLD = new CaseFold();

  /** A version of an account, with when and by whom it was written. */
  public record Told(long sequence, Instant at, Author author, AccountTold account) {}

  /** A reading, with when and by whom. */
  public record Look(Instant at, Author author, Looked looked) {}

  /** Keeps what it is given from being changed. */
  public CaseFile {
    accounts = List.copyOf(accounts);
    looks = List.copyOf(looks);
  }

  /** What was told, each with its versions, in the order it was first told. */
  public List<Telling> tellings() {
    return Telling.of(accounts);
  }

  /** The newest version of everything told, in the order it was first told. */
  public List<Told> currentAccounts() {
    return tellings().stream().map(Telling::now).toList();
  }

  /** The name for {@code output}, if the person chose one. */
  public Optional<String> nameFor(String output) {
    return Optional.ofNullable(names.get(output)).filter(name -> !name.isBlank());
  }

  private record CaseFold() implements Fold<CaseFile> {

    @Override
    public CaseFile empty() {
      return new CaseFile(
          new CaseOpened("", List.of(), ""), List.of(), Map.of(), Map.of(), Map.of(), List.of());
    }

    @Override
    public CaseFile step(CaseFile s, Entry<?> entry) {
      if (entry.body() instanceof CaseOpened opened) {
        return new CaseFile(opened, s.accounts, s.relatives, s.neverSaid, s.names, s.looks);
      }
      if (entry.body() instanceof AccountTold told) {
        var version = new Told(entry.sequence(), entry.at(), entry.author(), told);
        return new CaseFile(
            s.opened, plus(s.accounts, version), s.relatives, s.neverSaid, s.names, s.looks);
      }
      if (entry.body() instanceof RelativeNoted relative) {
        var relatives = plus(s.relatives, relative.relative(), relative);
        return new CaseFile(s.opened, s.accounts, relatives, s.neverSaid, s.names, s.looks);
      }
      if (entry.body() instanceof NeverSaid never) {
        var wishes = new LinkedHashMap<>(s.neverSaid);
        if (never.lifted()) {
          wishes.remove(never.item());
        } else {
          wishes.put(never.item(), never);
        }
        return new CaseFile(s.opened, s.accounts, s.relatives, wishes, s.names, s.looks);
      }
      if (entry.body() instanceof NameShown name) {
        var names = plus(s.names, name.output(), name.name());
        return new CaseFile(s.opened, s.accounts, s.relatives, s.neverSaid, names, s.looks);
      }
      if (entry.body() instanceof Looked looked) {
        var looks = plus(s.looks, new Look(entry.at(), entry.author(), looked));
        return new CaseFile(s.opened, s.accounts, s.relatives, s.neverSaid, s.names, looks);
      }
      return s;
    }

    private static <T> List<T> plus(List<T> list, T item) {
      var longer = new ArrayList<>(list);
      longer.add(item);
      return longer;
    }

    private static <V> Map<String, V> plus(Map<String, V> map, String key, V value) {
      var larger = new LinkedHashMap<>(map);
      larger.put(key, value);
      return larger;
    }
  }
}
