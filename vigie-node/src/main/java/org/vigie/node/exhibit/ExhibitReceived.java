package org.vigie.node.exhibit;

import static org.vigie.node.casefile.Defaults.list;
import static org.vigie.node.casefile.Defaults.text;

import java.util.List;
import org.vigie.register.StoredBlob;

/**
 * Bytes as received, before any reading or re-encoding (model of an evidence item after the
 * Berkeley Protocol and ISO/IEC 27037).
 *
 * @param exhibit identifier within the case
 * @param kind {@code chat}, {@code picture}, {@code screenshot}, {@code photo}, {@code audio},
 *     {@code video}, {@code document}, {@code email}, {@code calls}, {@code web} or {@code other}
 * @param file name and type as received
 * @param bytes where they lie and what they hash to
 * @param provenance how they came here
 * @param languages BCP 47 tags of the content, as far as known
 * @param dialect what the person says about the manner of speech: a dialect, a mixing of languages
 * @param sensitivity {@code distressing}, {@code third-parties}, {@code location}
 * @param mixing whether languages are mixed in it, as a person said: one of {@link #MIXINGS}, or
 *     empty
 */
public record ExhibitReceived(
    String exhibit,
    String kind,
    File file,
    Bytes bytes,
    Provenance provenance,
    List<String> languages,
    String dialect,
    List<String> sensitivity,
    String mixing) {

  /** Languages are mixed in it. */
  public static final String MIXED = "yes";

  /** They are not, whatever its letters look like. */
  public static final String UNMIXED = "no";

  /** What a person can say of the mixing of languages. */
  public static final List<String> MIXINGS = List.of(MIXED, UNMIXED);

  /** Of which nobody said yet whether languages are mixed in it. */
  public ExhibitReceived(
      String exhibit,
      String kind,
      File file,
      Bytes bytes,
      Provenance provenance,
      List<String> languages,
      String dialect,
      List<String> sensitivity) {
    this(exhibit, kind, file, bytes, provenance, languages, dialect, sensitivity, "");
  }

  /** Reads tolerantly. */
  public ExhibitReceived {
    exhibit = text(exhibit);
    kind = text(kind);
    file = file == null ? new File("", "") : file;
    bytes = bytes == null ? new Bytes("", 0, "", "") : bytes;
    provenance = provenance == null ? Provenance.UNKNOWN : provenance;
    languages = list(languages);
    dialect = text(dialect);
    sensitivity = list(sensitivity);
    mixing = text(mixing);
  }

  /**
   * As received.
   *
   * @param name file name on the device it came from
   * @param mediaType by its content, not by its name
   */
  public record File(String name, String mediaType) {

    /** Reads tolerantly. */
    public File {
      name = text(name);
      mediaType = text(mediaType);
    }
  }

  /**
   * Where the bytes lie.
   *
   * @param blob identifier in the blob store
   * @param length in bytes
   * @param sha256 lower-case hexadecimal
   * @param sha512 lower-case hexadecimal
   */
  public record Bytes(String blob, long length, String sha256, String sha512) {

    /** Reads tolerantly. */
    public Bytes {
      blob = text(blob);
      sha256 = text(sha256);
      sha512 = text(sha512);
    }

    /** Where a blob lies that was just stored. */
    static Bytes of(StoredBlob blob) {
      return new Bytes(blob.id().value(), blob.length(), blob.sha256(), blob.sha512());
    }
  }

  /**
   * How it came here; everything may be unknown.
   *
   * @param obtainedFrom role of whoever had it before
   * @param method {@code app-export}, {@code shared}, {@code other-device}, {@code forwarded},
   *     {@code downloaded}, {@code self-recorded}
   * @param original {@code original}, {@code first-copy}, {@code later-copy}, {@code screenshot}
   * @param recorder {@code self}, {@code other-party}, {@code third-party}; for recordings
   * @param authority {@code none}, {@code knew}, {@code directed}: whether a public authority took
   *     part in making it (Crim. 20 Sept. 2016, no. 16-80.820)
   * @param device what the person knows about the device
   * @param obtainedAt text of a {@link org.vigie.kernel.PartialDate}, or empty
   * @param published the public address at which it, or a copy, was posted, or empty
   */
  public record Provenance(
      String obtainedFrom,
      String method,
      String original,
      String recorder,
      String authority,
      String device,
      String obtainedAt,
      String published) {

    /** Nothing is known. */
    public static final Provenance UNKNOWN = new Provenance("", "", "", "", "", "", "", "");

    /** Reads tolerantly. */
    public Provenance {
      obtainedFrom = text(obtainedFrom);
      method = text(method);
      original = text(original);
      recorder = text(recorder);
      authority = text(authority);
      device = text(device);
      obtainedAt = text(obtainedAt);
      published = text(published);
    }
  }
}
