package org.vigie.node.exhibit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.vigie.kernel.BlobId;
import org.vigie.kernel.Refusal;
import org.vigie.register.OpenRegister;

/**
 * Copies of exhibits in which parts are covered for good, kept beside the originals with what they
 * cover. Safe for use by several threads.
 */
public final class CoveredCopies {

  /** The kind of a copy with parts covered. */
  public static final String KIND = "redacted";

  /** How a recording was covered that was decoded and written anew; the tool follows. */
  public static final String AS_WAV = "sound as WAV, ";

  /** How a recording was covered whose voice is masked; the tool follows. */
  public static final String VOICE = "voice, ";

  /** The most bytes that are taken into memory to make a copy. */
  public static final int MOST_IN_MEMORY = 96 * 1024 * 1024;

  private static final String TOOL = "vigie-redaction ";

  private final SecureRandom random;

  /** Copies with identifiers from {@code random}. */
  public CoveredCopies(SecureRandom random) {
    this.random = random;
  }

  /**
   * Keeps a copy and writes down that it was made.
   *
   * @param how what kind of covering, in the name of the tool
   */
  public ExhibitDerived keep(
      OpenRegister file,
      Exhibit exhibit,
      byte[] bytes,
      String mediaType,
      String how,
      CoverPlan plan)
      throws Refusal, IOException {
    var stored = file.storeBlob(new ByteArrayInputStream(bytes), bytes.length);
    var copy =
        new ExhibitDerived(
            freshId(),
            exhibit.id(),
            KIND,
            ExhibitReceived.Bytes.of(stored),
            mediaType,
            TOOL + how,
            plan.json());
    var exhibits = Exhibits.of(file);
    exhibits.derive(copy);
    exhibits.note(new CustodyNoted(exhibit.id(), "covered", "", stored.sha256(), ""));
    return copy;
  }

  /** All copies of {@code exhibit}, oldest first. */
  public static List<Exhibit.Derived> of(Exhibit exhibit) {
    return exhibit.derived().stream().filter(one -> one.made().kind().equals(KIND)).toList();
  }

  /** The copy with this identifier. */
  public static Optional<ExhibitDerived> copy(Exhibit exhibit, String id) {
    return of(exhibit).stream()
        .map(Exhibit.Derived::made)
        .filter(made -> made.derived().equals(id))
        .findFirst();
  }

  /**
   * How {@code made} differs from a recording beside what is covered: {@code wav} if it was decoded
   * and written anew as WAV, {@code voice} if its voice is masked as well; else empty.
   */
  public static String anew(ExhibitDerived made) {
    if (!made.kind().equals(KIND)) {
      return "";
    }
    return made.tool().startsWith(TOOL + AS_WAV)
        ? "wav"
        : made.tool().startsWith(TOOL + VOICE) ? "voice" : "";
  }

  /** What the copy {@code id} covers; nothing where there is no such copy. */
  public static CoverPlan plan(Exhibit exhibit, String id) {
    return copy(exhibit, id).map(made -> CoverPlan.of(made.report())).orElse(CoverPlan.NOTHING);
  }

  /**
   * Bytes in memory.
   *
   * @throws ExhibitRefused {@code exhibit.uncoverable} if they are too many
   */
  public static byte[] bytes(OpenRegister file, ExhibitReceived.Bytes bytes)
      throws Refusal, IOException {
    if (bytes.length() > MOST_IN_MEMORY) {
      throw ExhibitRefused.uncoverable();
    }
    try (var in = file.openBlob(new BlobId(bytes.blob()))) {
      return in.readAllBytes();
    }
  }

  private String freshId() {
    var bytes = new byte[8];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
