package org.vigie.register.store;

import org.jspecify.annotations.Nullable;
import org.vigie.kernel.RegisterId;
import org.vigie.ledger.Hash;

/**
 * One entry as it lies in a store. Everything but the place in the chain is sealed: a cold copy can
 * check the chain and learns no author, no type and no time.
 *
 * @param register whose entry
 * @param sequence place in the register, from 0, without gaps
 * @param epoch the epoch it was written in
 * @param previous hash of the entry before; 32 zero bytes for the first
 * @param bodyHash SHA-256 of {@code body} as first written; stays when the body is erased
 * @param headHash salted commitment to the head's plaintext
 * @param hash hash of the six values above
 * @param keyEpoch the epoch whose key wraps {@code head} and {@code bodyKey} now
 * @param head sealed author, type, time and signature
 * @param bodyKey the body's own key, wrapped; null once erased
 * @param body the padded, sealed body; null once erased
 */
public record EntryRow(
    RegisterId register,
    long sequence,
    int epoch,
    Hash previous,
    Hash bodyHash,
    Hash headHash,
    Hash hash,
    int keyEpoch,
    Bytes head,
    @Nullable Bytes bodyKey,
    @Nullable Bytes body) {

  /** The same entry without its body and the key to it. */
  public EntryRow erased() {
    return new EntryRow(
        register, sequence, epoch, previous, bodyHash, headHash, hash, keyEpoch, head, null, null);
  }

  /** The same entry with head and body key wrapped for another epoch; never undoes an erasure. */
  public EntryRow rewrapped(int newKeyEpoch, Bytes newHead, @Nullable Bytes newBodyKey) {
    return new EntryRow(
        register,
        sequence,
        epoch,
        previous,
        bodyHash,
        headHash,
        hash,
        newKeyEpoch,
        newHead,
        bodyKey == null ? null : newBodyKey,
        body);
  }
}
