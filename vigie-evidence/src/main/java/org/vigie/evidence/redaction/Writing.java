package org.vigie.evidence.redaction;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The ways bytes are read as characters; what does not fit becomes U+FFFD. */
enum Writing {
  UTF_8("utf-8", StandardCharsets.UTF_8, 0, true),
  LATIN_1("latin-1", StandardCharsets.ISO_8859_1, 0, false),
  UTF_16LE("utf-16le", StandardCharsets.UTF_16LE, 0, true),
  UTF_16LE_ODD("utf-16le", StandardCharsets.UTF_16LE, 1, true),
  UTF_16BE("utf-16be", StandardCharsets.UTF_16BE, 0, true),
  UTF_16BE_ODD("utf-16be", StandardCharsets.UTF_16BE, 1, true);

  private final String label;
  private final Charset charset;
  private final int skip;
  private final boolean transparent;

  Writing(String label, Charset charset, int skip, boolean transparent) {
    this.label = label;
    this.charset = charset;
    this.skip = skip;
    this.transparent = transparent;
  }

  String label() {
    return label;
  }

  /** Whether escapes are looked for in it; ASCII is the same in Latin-1 as in UTF-8. */
  boolean transparent() {
    return transparent;
  }

  String read(byte[] bytes) {
    return bytes.length <= skip ? "" : new String(bytes, skip, bytes.length - skip, charset);
  }
}
