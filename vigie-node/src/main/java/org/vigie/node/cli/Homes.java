package org.vigie.node.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.vigie.node.ops.SettingsReader;

/** Which home a command means. */
final class Homes {

  private Homes() {}

  /** The one that was named, else that of the environment, else the default one. */
  static Path of(@Nullable Path named) {
    return named == null
        ? SettingsReader.home(System.getenv(), Path.of(System.getProperty("user.home")))
        : named;
  }
}
