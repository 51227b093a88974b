package org.vigie.imports.zip;

import java.io.IOException;
import org.vigie.imports.ImportRefused;

/** A refusal met while reading a stream, which can only throw an {@link IOException}. */
public final class ZipLimit extends IOException {

  private static final long serialVersionUID = 1L;

  private final transient ImportRefused refusal;

  ZipLimit(String key, Object... details) {
    super(key);
    this.refusal = new ImportRefused(key, details);
  }

  /** What to tell the person. */
  public ImportRefused refusal() {
    return refusal;
  }
}
