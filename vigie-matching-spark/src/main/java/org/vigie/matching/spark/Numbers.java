package org.vigie.matching.spark;

import java.util.List;
import org.vigie.matching.identifier.Platform;
import org.vigie.matching.text.Writing;

/** Small numbers that stand in rows for what has a name; good for one job. */
final class Numbers {

  private static final List<Writing> WRITINGS = List.of(Writing.values());
  private static final List<Platform> PLATFORMS = List.of(Platform.values());

  private Numbers() {}

  static int of(Writing writing) {
    return WRITINGS.indexOf(writing);
  }

  static int of(Platform platform) {
    return PLATFORMS.indexOf(platform);
  }
}
