package org.vigie.register;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.MemberId;
import org.vigie.ledger.Hash;
import org.vigie.register.store.BlobStore;
import org.vigie.register.store.Custody;
import org.vigie.register.store.RegisterRows;
import org.vigie.seal.MemberKeys;
import org.vigie.seal.PublicKeys;
import org.vigie.seal.SigningKey;

/** A node in a test: stores, a custody log that is a list, people who come back with their keys. */
public final class World {

  /** What people write in these tests. */
  public record Note(String text, List<String> tags) {}

  /** The type of {@link Note}. */
  public static final EntryType<Note> NOTE = new EntryType<>("test.note", 1, Note.class);

  public final SecureRandom random = new SecureRandom();
  public final RegisterRows rows;
  public final BlobStore blobs;
  public final List<Hash> log;
  public final SigningKey node;
  public final Registers registers;
  private Instant now = Instant.parse("2026-01-15T18:04:00Z");

  public World(RegisterRows rows, BlobStore blobs) {
    this(rows, blobs, new EntryTypes(NOTE));
  }

  public World(RegisterRows rows, BlobStore blobs, EntryTypes types) {
    this.rows = rows;
    this.blobs = blobs;
    log = new ArrayList<>();
    node = SigningKey.generate(random);
    registers = registers(types, this::submit);
  }

  /** The node of {@code before}, started again over these stores. */
  public World(RegisterRows rows, BlobStore blobs, World before) {
    this(rows, blobs, before, custody -> custody);
  }

  /** The same with something between the node and its custody log. */
  public World(
      RegisterRows rows, BlobStore blobs, World before, UnaryOperator<Custody> between) {
    this.rows = rows;
    this.blobs = blobs;
    log = before.log;
    node = before.node;
    registers = registers(new EntryTypes(NOTE), between.apply(this::submit));
  }

  private Registers registers(EntryTypes types, Custody custody) {
    InstantSource clock = () -> now;
    return new Registers(rows, blobs, custody, types, node, random, clock);
  }

  private synchronized void submit(List<Hash> leaves) {
    log.addAll(leaves);
  }

  public void pass(Duration time) {
    now = now.plus(time);
  }

  public Person person() {
    var seed = new byte[32];
    random.nextBytes(seed);
    return new Person(MemberId.random(random), seed);
  }

  public UnlockedMember signIn(Person person) throws RegisterRefused {
    return registers.unlock(person.id(), person.keys());
  }

  public static Note note(String text) {
    return new Note(text, List.of());
  }

  /** Someone whose keys survive their sessions. */
  public static final class Person {

    private final MemberId id;
    private final byte[] seed;
    private @Nullable PublicKeys publicKeys;

    /** The same person for the same id and seed of 32 bytes, also in another process. */
    public Person(MemberId id, byte[] seed) {
      this.id = id;
      this.seed = seed.clone();
    }

    public MemberId id() {
      return id;
    }

    /** A fresh copy of the same keys. */
    public MemberKeys keys() {
      return MemberKeys.generate(new Repeating(seed));
    }

    public synchronized PublicKeys publicKeys() {
      var known = publicKeys;
      if (known == null) {
        try (var keys = keys()) {
          known = keys.publicKeys();
        }
        publicKeys = known;
      }
      return known;
    }

    @Override
    public String toString() {
      return "Person[" + id + "]";
    }
  }

  /** Gives the same bytes each time: the only way to the same keys without a passphrase. */
  private static final class Repeating extends SecureRandom {

    private static final long serialVersionUID = 1L;

    private final byte[] seed;
    private byte counter;

    Repeating(byte[] seed) {
      this.seed = seed.clone();
    }

    @Override
    public void nextBytes(byte[] bytes) {
      counter++;
      for (var i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) (seed[i % seed.length] + counter * 31 + i);
      }
    }
  }
}
