package org.vigie.matching.share;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.Language;
import org.vigie.kernel.Secret;
import org.vigie.seal.Oprf;
import org.vigie.seal.OprfElement;
import org.vigie.seal.OprfEvaluation;
import org.vigie.seal.OprfKey;
import org.vigie.seal.SealRefused;

/**
 * One share host: holds a key (or a share of one) in a folder of its own, applies it to hidden
 * elements, counts what it answers and stops at its limits, whoever asks. Protects tokens from
 * whoever has the asking house's disk or database; sees neither identifiers nor tokens. Does not
 * protect against somebody who has this folder and the house's sealed tokens opened. Cannot tell
 * whether an incident was really approved: it keeps what it was told, counts it, and the house's
 * journal can be held against the count. Safe for use by several threads.
 */
public final class ShareHost implements AutoCloseable {

  private static final Oprf VOPRF = Oprf.of(Oprf.Mode.VOPRF);
  private static final String WORDS = "words";
  private static final int MOVES_AT_MOST = 100_000;

  private final Path folder;
  private final InstantSource clock;
  private final SecureRandom random;
  private final boolean tells;
  private final FileLock lock;
  private final ShareLimits limits;
  private final ShareSpent spent;
  private @Nullable ShareKey held;
  private int moved;
  private boolean closed;

  /**
   * Opens the share host whose folder this is; one process at a time.
   *
   * @throws IOException if it cannot be read, or another process has it
   */
  public ShareHost(Path folder, InstantSource clock, SecureRandom random) throws IOException {
    this(folder, clock, random, false);
  }

  private ShareHost(Path folder, InstantSource clock, SecureRandom random, boolean tells)
      throws IOException {
    this.tells = tells;
    this.folder = folder;
    this.clock = clock;
    this.random = random;
    this.lock = taken(folder);
    this.limits = ShareLimits.in(folder);
    this.spent = ShareSpent.in(folder, today(clock));
    this.held = ShareKey.read(folder);
    tellWords();
  }

  /**
   * The same, which also writes six words of its public key into the file {@code words} of its
   * folder, in English and in French, for whoever looks after it to compare by voice.
   *
   * @throws IOException as above
   */
  public static ShareHost telling(Path folder, InstantSource clock, SecureRandom random)
      throws IOException {
    return new ShareHost(folder, clock, random, true);
  }

  private void tellWords() throws IOException {
    var key = held;
    if (key != null && tells) {
      var words = new ArrayList<String>();
      for (var language : List.of(Language.EN, Language.FR)) {
        words.add(String.join(" ", key.key().publicKey().fingerprintWords(language)));
      }
      Files.write(folder.resolve(WORDS), words);
    }
  }

  private static FileLock taken(Path folder) throws IOException {
    var channel =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    var lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      throw new IOException("another process has this share host");
    }
    return lock;
  }

  /** Where it stands. */
  public synchronized ShareStatus status() {
    requireOpen();
    var key = held;
    if (key == null) {
      return new ShareStatus(0, null, null, spent.total());
    }
    var factor = key.factor();
    return new ShareStatus(
        key.epoch(),
        key.key().publicKey(),
        factor == null ? null : factor.publicKey(),
        spent.total());
  }

  /** Makes a key, where there is none. */
  public synchronized void found(int epoch) throws ShareRefused, IOException {
    found(epoch, OprfKey.generate(random));
  }

  /** Takes over a key from where it was before, where there is none. */
  public synchronized void adopt(int epoch, Secret secret) throws ShareRefused, IOException {
    try {
      found(epoch, OprfKey.ofSecret(secret));
    } catch (SealRefused noKey) {
      throw new ShareRefused(ShareRefused.MALFORMED);
    }
  }

  private void found(int epoch, OprfKey key) throws ShareRefused, IOException {
    requireOpen();
    if (held != null || epoch < 1) {
      key.close();
      throw new ShareRefused(ShareRefused.STATE);
    }
    replace(new ShareKey(epoch, key, null));
  }

  private void replace(ShareKey next) throws IOException {
    next.write(folder);
    held = next;
    tellWords();
  }

  /** How many elements would be answered now. */
  public synchronized int room(ShareAsk ask) {
    requireOpen();
    return spent.room(ask, limits, today(clock));
  }

  /**
   * Answers as many of {@code blinded}, from the first on, as there is room for.
   *
   * @param epoch the key that is meant
   * @return nothing if there is no room
   */
  public synchronized Optional<OprfEvaluation> evaluate(
      ShareAsk ask, int epoch, List<OprfElement> blinded) throws ShareRefused, IOException {
    var key = held(epoch);
    var count = Math.min(blinded.size(), room(ask));
    if (count == 0) {
      return Optional.empty();
    }
    spent.spend(ask, count, today(clock));
    return Optional.of(VOPRF.evaluateAll(key.key(), blinded.subList(0, count), random));
  }

  private ShareKey held(int epoch) throws ShareRefused {
    requireOpen();
    var key = held;
    if (key == null) {
      throw new ShareRefused(ShareRefused.EMPTY);
    }
    if (key.epoch() != epoch) {
      throw new ShareRefused(ShareRefused.EPOCH);
    }
    return key;
  }

  /**
   * Begins to change the key: from now on it answers with the next one only, which is the one
   * before times a number that it keeps until {@link #finish}. Asked again, it changes nothing.
   *
   * @param next the epoch of the next key
   */
  public synchronized void begin(int next) throws ShareRefused, IOException {
    requireOpen();
    var key = held;
    if (key != null && key.epoch() == next && key.factor() != null) {
      return;
    }
    var before = held(next - 1);
    if (before.factor() != null) {
      throw new ShareRefused(ShareRefused.STATE);
    }
    spent.restart();
    var factor = OprfKey.generate(random);
    replace(new ShareKey(next, before.key().times(factor), factor));
    before.close();
    moved = 0;
  }

  /**
   * Brings elements of the key before to this one. They come hidden, so that this host sees no
   * token; it answers so only while it changes, and not without end.
   */
  public synchronized OprfEvaluation move(int epoch, List<OprfElement> blinded)
      throws ShareRefused {
    var factor = held(epoch).factor();
    if (factor == null || moved + blinded.size() > MOVES_AT_MOST) {
      throw new ShareRefused(ShareRefused.STATE);
    }
    moved += blinded.size();
    return VOPRF.evaluateAll(factor, blinded, random);
  }

  /** Forgets the number that led from the key before to this one. Asked again, changes nothing. */
  public synchronized void finish(int epoch) throws ShareRefused, IOException {
    var key = held(epoch);
    var factor = key.factor();
    if (factor != null) {
      replace(new ShareKey(epoch, key.key(), null));
      factor.close();
    }
  }

  /** A closed host has no key, which is not the same as never having had one. */
  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the share host is closed");
    }
  }

  private static long today(InstantSource clock) {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toEpochDay();
  }

  /** Wipes the key and lets the folder go. */
  @Override
  public synchronized void close() throws IOException {
    closed = true;
    var key = held;
    if (key != null) {
      key.close();
      held = null;
    }
    spent.close();
    lock.acquiredBy().close();
  }
}
