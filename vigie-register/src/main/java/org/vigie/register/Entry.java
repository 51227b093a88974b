package org.vigie.register;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.ledger.Hash;

/**
 * One entry, opened and checked.
 *
 * @param sequence place in the register, from 0, without gaps
 * @param at when its author wrote it, by the author's node; to the millisecond
 * @param author who signed it
 * @param type what it says; the version is the one now known, whatever version was written
 * @param body what was said; null once erased
 * @param hash its hash in the chain and its leaf in the custody log
 */
public record Entry<T>(
    long sequence, Instant at, Author author, EntryType<T> type, @Nullable T body, Hash hash) {

  /** The body, if this entry is of type {@code wanted} and not erased. */
  public <B> Optional<B> as(EntryType<B> wanted) {
    return type.name().equals(wanted.name()) && wanted.body().isInstance(body)
        ? Optional.of(wanted.body().cast(body))
        : Optional.empty();
  }

  /** Whether its body was destroyed. */
  public boolean erased() {
    return body == null;
  }

  /** The same entry after its body was destroyed. */
  Entry<T> erase() {
    return new Entry<>(sequence, at, author, type, null, hash);
  }
}
