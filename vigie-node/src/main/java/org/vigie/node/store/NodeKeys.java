package org.vigie.node.store;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.vigie.kernel.Secret;
import org.vigie.ledger.NoteSigner;
import org.vigie.ledger.SignatureType;
import org.vigie.node.ops.Home;
import org.vigie.seal.SigningKey;

/**
 * The keys of the node itself, made at its first start and kept in the home's {@code keys} folder,
 * which only the node's account reads. Protects who deposited and who signed the custody log; opens
 * nothing that a person wrote.
 */
public final class NodeKeys {

  private static final int SEED = 32;
  private static final int NAME = 8;

  private final Path folder;
  private final SecureRandom random;

  /** Keys in {@code home}. */
  public NodeKeys(Home home, SecureRandom random) {
    this(home.keys(), random);
  }

  private NodeKeys(Path folder, SecureRandom random) {
    this.folder = folder;
    this.random = random;
  }

  /** Keys in a folder of their own, which only the node's account reads. */
  public static NodeKeys in(Path folder, SecureRandom random) {
    return new NodeKeys(folder, random);
  }

  /** What cosigns others' logs, under a name that says nothing about the house. */
  public NoteSigner witness() throws IOException {
    var name = "vigie.invalid/" + text("witness.name", NAME);
    try (var seed = secret("witness")) {
      return NoteSigner.ofSeed(name, SignatureType.ED25519_COSIGNATURE, seed);
    }
  }

  /** What signs deposits; the caller closes it. */
  public SigningKey deposits() throws IOException {
    try (var seed = secret("deposits")) {
      return SigningKey.ofSeed(seed);
    }
  }

  /**
   * What signs a custody log, under a name of the log that says nothing about the house.
   *
   * @param number how many logs were ended before it
   */
  public NoteSigner log(int number) throws IOException {
    var name = "vigie.invalid/" + text(logFile(number) + ".name", NAME);
    try (var seed = secret(logFile(number))) {
      return NoteSigner.ofSeed(name, SignatureType.ED25519, seed);
    }
  }

  /** Whether the key of that log and its name are there. */
  boolean hasLog(int number) {
    return Files.exists(folder.resolve(logFile(number) + ".key"))
        && Files.exists(folder.resolve(logFile(number) + ".name"));
  }

  /** Deletes the keys of the logs that were ended: nothing is signed with them any more. */
  public void forgetLogsBefore(int number) throws IOException {
    for (var i = 0; i < number; i++) {
      Files.deleteIfExists(folder.resolve(logFile(i) + ".key"));
    }
  }

  private static String logFile(int number) {
    return number == 0 ? "log" : "log-after-" + number;
  }

  /**
   * The node's secret of 32 bytes called {@code name}, made when first asked for; the caller closes
   * it.
   *
   * @param name lower-case letters and hyphens
   */
  public Secret secret(String name) throws IOException {
    return Secret.take(HexFormat.of().parseHex(text(name + ".key", SEED)));
  }

  private synchronized String text(String name, int length) throws IOException {
    var file = folder.resolve(name);
    if (!Files.exists(file)) {
      var fresh = new byte[length];
      random.nextBytes(fresh);
      var part = folder.resolve(name + ".part");
      Files.deleteIfExists(part);
      Files.createFile(part);
      Home.ownerOnly(part);
      Files.write(
          part,
          HexFormat.of().formatHex(fresh).getBytes(US_ASCII),
          StandardOpenOption.WRITE,
          StandardOpenOption.SYNC);
      Files.move(part, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }
    return Files.readString(file, US_ASCII).strip();
  }
}
