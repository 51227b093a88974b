package org.vigie.node.caller;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.vigie.register.Author;

/**
 * One caller as far as the case knows: one record, or several that somebody judged to belong
 * together. Says nothing about who that is.
 *
 * @param records at least one, the first noted first
 * @param joins the judgements that hold them together, oldest first
 */
public record Caller(List<Kept> records, List<Join> joins) {

  /** Keeps its own copies. */
  public Caller {
    records = List.copyOf(records);
    joins = List.copyOf(joins);
  }

  /**
   * A record with everything that was ever noted in it.
   *
   * @param versions oldest first, at least one
   */
  public record Kept(List<Version> versions) {

    /** Keeps its own copy. */
    public Kept {
      versions = List.copyOf(versions);
    }

    /** The newest version. */
    public CallerNoted now() {
      return versions.getLast().noted();
    }

    /** Every way it was written, the first seen first. */
    public Set<String> writings() {
      return distinct(versions.stream().map(version -> version.noted().raw()));
    }
  }

  /** A version of a record, with when and by whom it was noted. */
  public record Version(Instant at, Author by, CallerNoted noted) {}

  /** A judgement that two records belong together, with when and by whom. */
  public record Join(Instant at, Author by, CallersJoined joined) {}

  /** Identifier of the first record; what addresses use. */
  public String id() {
    return head().now().caller();
  }

  /** The record noted first. */
  public Kept head() {
    return records.getFirst();
  }

  /** Identifiers of all its records. */
  public Set<String> ids() {
    return distinct(records.stream().map(record -> record.now().caller()));
  }

  /** Names shown or used, in every record and version; never proof that they belong to anyone. */
  public Set<String> aliases() {
    return distinct(
        records.stream()
            .flatMap(record ->
                record.versions().stream()
                    .flatMap(version ->
                        Stream.of(
                            version.noted().kind().equals("alias") ? version.noted().raw() : "",
                            version.noted().seen().displayedName()))));
  }

  /** Who it claimed to be, in every record and version. */
  public Set<String> claims() {
    return distinct(
        records.stream()
            .flatMap(record -> record.versions().stream())
            .map(version -> version.noted().seen().claimedIdentity()));
  }

  private static Set<String> distinct(Stream<String> texts) {
    var distinct = new LinkedHashSet<String>();
    texts.filter(text -> !text.isBlank()).forEach(distinct::add);
    return distinct;
  }
}
