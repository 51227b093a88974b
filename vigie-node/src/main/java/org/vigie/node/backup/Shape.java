package org.vigie.node.backup;

import java.util.regex.Pattern;

/**
 * What lies where in a backup: a ZIP file whose contents are stored as they are.
 *
 * <p>{@code VIGIE-BACKUP} comes first and names the version; {@code vigie.db}, {@code keys/},
 * {@code log/}, {@code blobs/} and, where there is one, {@code vigie.properties} are those of the
 * home; {@code SHA256SUMS} comes last and lists all of them. The ZIP comment ends with the SHA-256
 * of every byte before it.
 */
final class Shape {

  static final String FIRST = "VIGIE-BACKUP";
  static final String VERSION = "vigie-backup 1";
  static final String SUMS = "SHA256SUMS";
  static final String DATABASE = "vigie.db";
  static final String SETTINGS = "vigie.properties";
  static final String COMMENT = "vigie-backup sha256 ";

  /** Names a home may get; nothing else is ever written. */
  private static final Pattern NAME =
      Pattern.compile(
          "VIGIE-BACKUP|vigie\\.db|vigie\\.properties"
              + "|keys/[a-z0-9-]+\\.(?:key|name)|log/[a-z0-9]+(?:[./][a-z0-9]+)*|blobs/[0-9a-f]{32}");

  private Shape() {}

  static boolean names(String path) {
    return NAME.matcher(path).matches();
  }
}
