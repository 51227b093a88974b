package org.vigie.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/**
 * These readers as a tool: what is written down beside all that was made with them, so that it can
 * be made again. The version is the build's, in a jar as in a folder of classes.
 */
public final class Tool {

  private static final String NAME_AND_VERSION = "vigie-imports " + version();

  private Tool() {}

  /** Such as {@code vigie-imports 1.2.3}. */
  public static String nameAndVersion() {
    return NAME_AND_VERSION;
  }

  private static String version() {
    var built = new Properties();
    try (var in = Tool.class.getResourceAsStream("version.properties")) {
      built.load(Objects.requireNonNull(in, "a build without its version"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return Objects.requireNonNull(built.getProperty("version"), "a build without its version");
  }
}
