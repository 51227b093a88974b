package org.vigie.evidence;

import java.util.Set;

/** The names of a package's files. All are ASCII, so that every system and every reader agrees. */
final class PackageNames {

  /** One path element: no leading dot, so never {@code ..}; nothing that turns text around. */
  static final String SEGMENT = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";

  static final String EXHIBIT = "[A-Za-z0-9][A-Za-z0-9.-]{0,39}";

  static final String BAGIT = "bagit.txt";
  static final String BAG_INFO = "bag-info.txt";
  static final String MANIFEST_256 = "manifest-sha256.txt";
  static final String MANIFEST_512 = "manifest-sha512.txt";
  static final String TAG_MANIFEST = "tagmanifest-sha256.txt";
  static final String SUMS = "SHA256SUMS";
  static final String SUMS_NOTE = "SHA256SUMS.note";
  static final String MANIFEST = "manifest.json";
  static final String LOG_KEYS = "log-keys.txt";
  static final String AUTHORITIES = "tsa-chain.pem";
  static final String HOW_TO = "VERIFY.txt";
  static final String VERIFIER = "verify.jar";

  static final String PAYLOAD = "data/";
  static final String CRATE = "data/ro-crate-metadata.json";
  static final String LINES = "data/lines.json";
  static final String ORIGINALS = "data/originals/";
  static final String DERIVED = "data/derived/";
  static final String DOCUMENTS = "data/documents/";
  static final String PROOFS = "proofs/";

  /** Ending of the second proof of an exhibit, under a later checkpoint that has witnesses. */
  static final String WITNESSED = ".witnessed.tlog-proof";

  static final String CHECKPOINTS = "checkpoints/";

  private static final Set<String> TOP =
      Set.of(
          BAGIT,
          BAG_INFO,
          MANIFEST_256,
          MANIFEST_512,
          TAG_MANIFEST,
          SUMS,
          SUMS_NOTE,
          MANIFEST,
          LOG_KEYS,
          AUTHORITIES,
          HOW_TO,
          VERIFIER);

  private static final int MAX_DEPTH = 4;

  private PackageNames() {}

  /** Whether {@code path} may be a path in a package at all. */
  static boolean isPath(String path) {
    var segments = path.split("/", -1);
    if (segments.length > MAX_DEPTH) {
      return false;
    }
    for (var segment : segments) {
      if (!segment.matches(SEGMENT)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a file at {@code path} has a meaning; others are named as added. */
  static boolean isExpected(String path) {
    return TOP.contains(path)
        || path.equals(CRATE)
        || path.equals(LINES)
        || path.matches("data/(originals|derived|documents)/" + SEGMENT)
        || path.matches("proofs/" + EXHIBIT + "\\.(json|salt|(witnessed\\.)?tlog-proof)")
        || path.matches("checkpoints/[1-9][0-9]{0,18}((\\.[1-9][0-9]?)?\\.tsr)?");
  }

  /** Path of the reply on {@code checkpoint} (0), or of its {@code renewal} (from 1). */
  static String stamp(String checkpoint, int renewal) {
    return checkpoint + (renewal == 0 ? "" : "." + renewal) + ".tsr";
  }

  /** Tag files of BagIt that a tag manifest lists: all but those made after it. */
  static boolean isListedTag(String path) {
    return !path.startsWith(PAYLOAD)
        && !path.equals(TAG_MANIFEST)
        && !path.equals(SUMS)
        && !path.equals(SUMS_NOTE);
  }
}
