package org.vigie.imports.archive;

import org.vigie.imports.ImportRefused;

/** Names that could lead out of an archive or look like something they are not. */
public final class EntryNames {

  private EntryNames() {}

  /**
   * Refuses {@code ..}, absolute names, drives, control and direction characters.
   *
   * @throws ImportRefused {@code import.zip-unsafe-name}
   */
  public static void check(String name) throws ImportRefused {
    var slashes = name.replace('\\', '/');
    var drive = slashes.length() >= 2 && slashes.charAt(1) == ':';
    var unsafe = slashes.isEmpty() || slashes.startsWith("/") || drive;
    for (var part : slashes.split("/", -1)) {
      unsafe |= part.equals("..");
    }
    if (unsafe || name.codePoints().anyMatch(EntryNames::disguises)) {
      throw new ImportRefused("import.zip-unsafe-name");
    }
  }

  /** Control characters, and marks that reverse what follows: {@code gpj.exe}. */
  private static boolean disguises(int c) {
    return c < 0x20 || c == 0x7F || c == 0x202D || c == 0x202E;
  }
}
