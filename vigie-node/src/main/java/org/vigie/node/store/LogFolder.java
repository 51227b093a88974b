package org.vigie.node.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.TreeMap;
import org.vigie.ledger.CustodyLog;
import org.vigie.ledger.Hash;
import org.vigie.ledger.LeafCommitment;
import org.vigie.ledger.LedgerRefused;
import org.vigie.ledger.store.FileLogStore;
import org.vigie.ledger.store.MemoryLogStore;
import org.vigie.node.ops.Home;

/**
 * The custody log as files, beside a node that may be writing them. Reads only.
 *
 * @param home whose log it is
 */
public record LogFolder(Home home) {

  private static final int ATTEMPTS = 50;
  private static final String CHECKPOINT = "checkpoint";
  private static final String UNFINISHED = ".new";

  /**
   * All files of one moment, by their paths below the folder: read again until nothing was
   * published meanwhile.
   *
   * @throws IOException if the folder cannot be read, or is never still
   */
  public TreeMap<String, byte[]> files() throws IOException {
    for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        var before = checkpoint();
        var files = readAll();
        if (java.security.MessageDigest.isEqual(before, checkpoint())) {
          files.put(current() + CHECKPOINT, before);
          return files;
        }
      } catch (NoSuchFileException replaced) {
        // A file of the old tree made place for the new one: once more.
      }
    }
    throw new IOException("the custody log is never still");
  }

  private byte[] checkpoint() throws IOException {
    return Files.readAllBytes(home.log().resolve(current() + CHECKPOINT));
  }

  /** Logs that were ended do not change; the one after them may be written meanwhile. */
  private String current() {
    return HouseLogs.prefix(HouseLogs.number(new FileLogStore(home.log())));
  }

  private TreeMap<String, byte[]> readAll() throws IOException {
    var files = new TreeMap<String, byte[]>();
    try (var all = Files.walk(home.log())) {
      for (var file : all.filter(Files::isRegularFile).toList()) {
        var name = home.log().relativize(file).toString();
        if (!name.endsWith(UNFINISHED)) {
          files.put(name, Files.readAllBytes(file));
        }
      }
    } catch (UncheckedIOException moved) {
      throw new NoSuchFileException("log");
    }
    return files;
  }

  /** The logs in memory, made from files, that can be asked. */
  public static final class Read {

    private final HouseLogs logs;
    private final CustodyLog log;

    private Read(HouseLogs logs) {
      this.logs = logs;
      this.log = logs.current();
    }

    /** How many logs were ended before the one that is written. */
    public int ended() {
      return logs.ended().size();
    }

    /** Whether a witness holds another state of the log that is written. */
    public boolean split() {
      return logs.store().read("splits/0").isPresent();
    }

    /** How many entries it has published. */
    public long published() throws LedgerRefused {
      return log.checkpoint().checkpoint().size();
    }

    /** How many of them a witness has cosigned; 0 where none did. */
    public long witnessed() {
      return log.lastWitnessed().orElse(0);
    }

    /** Whether it has published {@code hash}, or holds it for publication. */
    public boolean knows(Hash hash) {
      var leaf = new LeafCommitment(hash);
      if (log.find(leaf).isPresent() || logs.before(leaf).isPresent()) {
        return true;
      }
      var before = log.waiting();
      log.submit(leaf); // into memory only: an entry already accepted is not accepted twice
      return log.waiting() == before;
    }
  }

  /**
   * Checks that the files of each log give the root that its key signed.
   *
   * @throws LedgerRefused if they do not
   * @throws IOException if the key is not there
   */
  public Read check(TreeMap<String, byte[]> files, SecureRandom random, InstantSource clock)
      throws LedgerRefused, IOException {
    var memory = new MemoryLogStore();
    files.forEach(memory::write);
    var keys = new NodeKeys(home, random);
    if (!keys.hasLog(HouseLogs.number(memory))) {
      throw new NoSuchFileException(home.keys().toString());
    }
    return new Read(HouseLogs.open(memory, keys, random, clock));
  }

  /** Where a log keeps {@code path}. */
  public Path place(String path) {
    return home.log().resolve(path);
  }
}
