package org.vigie.node.exhibit;

import java.util.List;

/** Codes in which people say how an exhibit came to them. */
public final class ObtainedCodes {

  /** How it was obtained. */
  public static final List<String> METHODS =
      List.of("app-export", "shared", "other-device", "forwarded", "downloaded", "self-recorded");

  /** Whether it is the original. */
  public static final List<String> ORIGINALS =
      List.of("original", "first-copy", "later-copy", "screenshot");

  /** Who recorded it. */
  public static final List<String> RECORDERS = List.of("self", "other-party", "third-party");

  /** Whether a public authority had a part in making it. */
  public static final List<String> AUTHORITIES = List.of("none", "knew", "directed");

  private ObtainedCodes() {}

  /** {@code code}, or nothing where it is none of {@code codes}: somebody's own words, say. */
  public static String known(List<String> codes, String code) {
    return codes.contains(code) ? code : "";
  }
}
