package org.vigie.register;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.vigie.kernel.BlobId;
import org.vigie.kernel.MemberId;
import org.vigie.kernel.RegisterId;
import org.vigie.register.store.EntryRow;
import org.vigie.register.store.RowStep;
import org.vigie.seal.PublicKeys;

/**
 * A register open in a member's session. Entries are fetched and opened once and kept until the
 * session ends, so asking again costs one look at what is new.
 *
 * <p>Every method throws {@link RegisterRefused} if what is stored is not what the members signed
 * ({@code register.tampered}, {@code register.missing-link}, {@code register.rolled-back}, {@code
 * register.wrong-signer}, {@code register.replayed-epoch}, {@code register.false-key}, {@code
 * register.false-epoch-key}, {@code register.false-grant}, {@code register.entry-missing}) and
 * {@code register.no-longer-member} once its member was removed; then it is closed. Safe for use by
 * several threads.
 */
public final class OpenRegister implements AutoCloseable {

  private static final int ATTEMPTS = 400;
  private static final int PAUSE_NANOS = 2_000_000;

  private final Ports ports;
  private final RegisterId id;
  private final UnlockedMember member;
  private final RegisterReader reader;
  private final Blobs blobs;
  private final ReentrantLock lock = new ReentrantLock();
  private boolean closed;

  OpenRegister(Ports ports, RegisterId id, UnlockedMember member, RegisterReader reader) {
    this.ports = ports;
    this.id = id;
    this.member = member;
    this.reader = reader;
    blobs = new Blobs(ports);
  }

  /** Which register. */
  public RegisterId id() {
    return id;
  }

  /** The kind it was founded as. */
  public String kind() throws RegisterRefused {
    return read(() -> reader.manifest().kind());
  }

  /** Whose session this is. */
  public MemberId me() {
    return member.id();
  }

  /** All entries in order, the register's own among them. Immutable. */
  public List<Entry<?>> entries() throws RegisterRefused {
    return read(reader::entries);
  }

  /** The state that {@code fold} makes of all entries; only what is new is stepped over. */
  public <S> S fold(Fold<S> fold) throws RegisterRefused {
    return read(() -> reader.fold(fold));
  }

  /** Sequence of the last entry, for {@link #appendIf}. */
  public long head() throws RegisterRefused {
    return read(() -> reader.next() - 1);
  }

  /** The members now, in the order they were added. */
  public List<Member> members() throws RegisterRefused {
    return read(() -> reader.manifest().members());
  }

  /** The blobs now, in the order they were stored. */
  public List<StoredBlob> blobs() throws RegisterRefused {
    return read(() ->
        reader.manifest().blobs().entrySet().stream()
            .map(e -> Blobs.stored(e.getKey(), e.getValue()))
            .toList());
  }

  /**
   * Appends one entry after whatever is last by then; nothing that others append meanwhile is lost.
   *
   * @throws RegisterRefused {@code register.entry-too-large} above 1 MiB of JSON
   */
  public <T> Entry<T> append(EntryType<T> type, T body) throws RegisterRefused {
    return typed(appendAll(List.of(new Draft<>(type, body))).getFirst(), type);
  }

  /** Appends {@code drafts} one after the other, all or none. */
  public List<Entry<?>> appendAll(List<Draft<?>> drafts) throws RegisterRefused {
    requireOurs(drafts);
    return record(drafts, List.of());
  }

  /**
   * Appends one entry if nothing was appended since {@code seen}, the sequence of the last entry
   * the caller knew.
   *
   * @throws RegisterRefused {@code register.conflict} if something was
   */
  public <T> Entry<T> appendIf(long seen, EntryType<T> type, T body) throws RegisterRefused {
    return appendIf(seen, any -> true, type, body);
  }

  /**
   * Appends one entry if no entry after {@code seen} is {@code conflicting}; so that a {@code
   * viewed} does not stand in the way of an edit.
   *
   * @throws RegisterRefused {@code register.conflict} if one is
   */
  public <T> Entry<T> appendIf(
      long seen, Predicate<Entry<?>> conflicting, EntryType<T> type, T body)
      throws RegisterRefused {
    requireOurs(List.of(new Draft<>(type, body)));
    var written =
        write(() -> {
          var since = reader.entries().subList(Math.toIntExact(seen + 1), (int) reader.next());
          if (since.stream().anyMatch(conflicting)) {
            throw new RegisterRefused("register.conflict");
          }
          return writing(List.of(new Draft<>(type, body)), List.of());
        });
    return typed(written.getFirst(), type);
  }

  /**
   * Lets {@code invitee} read everything from the first entry on.
   *
   * @param keys the invitee's public keys; refused if this member met others under that id
   * @throws RegisterRefused {@code register.not-allowed} if this member is no steward, {@code
   *     register.already-member}, {@code register.false-key}
   */
  public void grant(MemberId invitee, PublicKeys keys, Role role) throws RegisterRefused {
    member.pin(invitee, keys);
    write(() -> new Membership(ports, member, reader).grant(id, invitee, keys, role));
  }

  /**
   * Ends {@code gone}'s membership: a new epoch begins, whose key they never get. Call {@link
   * #reseal} afterwards so that the key they may have kept opens nothing that is stored.
   *
   * @throws RegisterRefused {@code register.not-allowed} if this member is no steward, {@code
   *     register.not-a-member}, {@code register.last-steward}
   */
  public void remove(MemberId gone) throws RegisterRefused {
    write(() -> new Membership(ports, member, reader).remove(id, gone));
  }

  /**
   * Begins a new epoch with the same members.
   *
   * @throws RegisterRefused {@code register.not-allowed} if this member is no steward
   */
  public void rotate() throws RegisterRefused {
    write(() -> new Membership(ports, member, reader).rotate(id));
  }

  /**
   * Wraps entries and seals blobs of earlier epochs for the present one, at most {@code budget} of
   * them. May be cut short at any point and called again by any member.
   *
   * @return how many were done; fewer than {@code budget} when nothing is left
   */
  public int reseal(int budget) throws RegisterRefused, IOException {
    entries();
    return new Resealing(ports, id, reader, lock).run(budget);
  }

  /**
   * Destroys the body of entry {@code sequence} and the key to it, for good, and records that. Its
   * place in the chain, its type, time and author stay.
   *
   * @throws RegisterRefused {@code register.not-allowed} if this member neither wrote it nor is a
   *     steward, or it is one of the register's own
   */
  public void erase(long sequence) throws RegisterRefused {
    write(() -> {
      if (sequence < 0
          || sequence >= reader.next()
          || Reserved.reserves(reader.entry(sequence).type().name())
          || !reader.manifest().mayErase(member.author(), sequence)) {
        throw new RegisterRefused("register.not-allowed");
      }
      return writing(
          List.of(new Draft<>(Reserved.ERASED, new Reserved.Erased(sequence))),
          List.of(new RowStep.Erase(id, sequence)));
    });
  }

  /**
   * Destroys a blob and records that. The bytes are gone from the store when this returns; what the
   * disk or backups keep is not in our hands.
   *
   * @throws RegisterRefused {@code register.blob-erased} if it is not there
   */
  public void eraseBlob(BlobId blob) throws RegisterRefused, IOException {
    kept(blob);
    record(
        List.of(new Draft<>(Reserved.BLOB_ERASED, new Reserved.BlobErased(blob.value()))),
        List.of());
    ports.blobs().delete(blob);
  }

  /**
   * Seals everything in {@code in} to this register and keeps it, without it touching a disk in the
   * clear; records it. If anything fails on the way, nothing stays.
   *
   * @param limit most bytes to take
   * @throws RegisterRefused {@code register.blob-too-large}
   */
  public StoredBlob storeBlob(InputStream in, long limit) throws RegisterRefused, IOException {
    var key = read(() -> reader.epochs().latest().pair().recipient());
    var stored =
        blobs.store(in, limit, key, (draft, step) -> record(List.of(draft), List.of(step)));
    if (!read(() -> reader.epochs().latest().pair().recipient()).equals(key)) {
      // An epoch opened while the bytes came in: they must not stay in the one before.
      reseal(Integer.MAX_VALUE);
    }
    return stored;
  }

  /**
   * The bytes of a blob as they were received. A stored file that was changed or cut short makes a
   * read throw an {@link IOException} at that point at the latest; the end of the stream is
   * reported only when all of it was verified.
   *
   * @throws RegisterRefused {@code register.blob-erased}, {@code register.blob-damaged}
   */
  public InputStream openBlob(BlobId blob) throws RegisterRefused, IOException {
    var kept = kept(blob);
    return openBlob(blob, 0, kept.length());
  }

  /**
   * {@code length} bytes of a blob from {@code from} on, fewer at its end; for a player that asks
   * for ranges. As {@link #openBlob(BlobId)} otherwise, but what follows the range is not verified
   * beyond its length.
   */
  public InputStream openBlob(BlobId blob, long from, long length)
      throws RegisterRefused, IOException {
    var kept = kept(blob);
    var identities = read(() -> reader.epochs().identities());
    return blobs.open(blob, kept, identities, from, length);
  }

  private Reserved.BlobKept kept(BlobId blob) throws RegisterRefused {
    var kept = read(() -> reader.manifest().blobs()).get(blob);
    if (kept == null) {
      throw new RegisterRefused("register.blob-erased");
    }
    return kept;
  }

  /** Reads what is new; called when the register is opened. */
  OpenRegister refreshed() throws RegisterRefused {
    read(() -> this);
    return this;
  }

  /** Work that may be refused. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws RegisterRefused;
  }

  /** Rows to append and what else goes with them. */
  record Writing(List<EntryRow> rows, List<RowStep> others) {}

  private List<Entry<?>> record(List<Draft<?>> drafts, List<RowStep> others)
      throws RegisterRefused {
    return write(() -> writing(drafts, others));
  }

  private void requireOurs(List<Draft<?>> drafts) {
    drafts.forEach(draft -> ports.types().requireWritable(draft.type()));
  }

  private Writing writing(List<Draft<?>> drafts, List<RowStep> others) throws RegisterRefused {
    var writer = Membership.writer(ports, id, member, reader);
    var key = reader.epochs().latest();
    for (var draft : drafts) {
      writer.add(draft, reader.manifest().epoch(), EntrySeal.Wrapping.by(key));
    }
    return new Writing(writer.rows(), others);
  }

  private <T> T read(Work<T> work) throws RegisterRefused {
    lock.lock();
    try {
      requireOpen();
      reader.refresh();
      return work.run();
    } catch (RegisterRefused refused) {
      endIfRemoved(refused);
      throw refused;
    } finally {
      lock.unlock();
    }
  }

  private List<Entry<?>> write(Work<Writing> prepare) throws RegisterRefused {
    lock.lock();
    try {
      requireOpen();
      for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
        reader.refresh();
        var written = commit(prepare.run());
        if (!written.isEmpty()) {
          return written;
        }
        LockSupport.parkNanos(ports.random().nextInt(PAUSE_NANOS));
      }
      throw new RegisterRefused("register.busy");
    } catch (RegisterRefused refused) {
      endIfRemoved(refused);
      throw refused;
    } finally {
      lock.unlock();
    }
  }

  private List<Entry<?>> commit(Writing writing) throws RegisterRefused {
    var steps = new ArrayList<RowStep>();
    writing.rows().forEach(row -> steps.add(new RowStep.Append(row)));
    steps.addAll(writing.others());
    if (!ports.rows().commit(steps)) {
      return List.of();
    }
    var from = (int) reader.next();
    for (var row : writing.rows()) {
      reader.accept(row);
    }
    reader.finish();
    ports.place(writing.rows().stream().map(EntryRow::hash).toList());
    return reader.entries().subList(from, (int) reader.next());
  }

  private void endIfRemoved(RegisterRefused refused) {
    if (refused.key().equals("register.no-longer-member")) {
      member.hide(id);
      member.forget(id);
      close();
    }
  }

  private void requireOpen() throws RegisterRefused {
    if (closed) {
      throw new RegisterRefused("register.closed");
    }
  }

  @SuppressWarnings("unchecked") // an entry just written has the type it was written as
  private static <T> Entry<T> typed(Entry<?> entry, EntryType<T> type) {
    if (!entry.type().name().equals(type.name())) {
      throw new IllegalStateException("another entry than the one written");
    }
    return (Entry<T>) entry;
  }

  /** Forgets the entries and wipes the keys of this register; the session stays. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      reader.close();
    } finally {
      lock.unlock();
    }
  }

  /** The id only. */
  @Override
  public String toString() {
    return "OpenRegister[" + id + "]";
  }
}
