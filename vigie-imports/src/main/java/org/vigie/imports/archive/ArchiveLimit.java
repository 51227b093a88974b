package org.vigie.imports.archive;

import java.io.IOException;
import org.vigie.imports.ImportRefused;

/** A refusal met while reading a stream, which can only throw an {@link IOException}. */
public final class ArchiveLimit extends IOException {

  private static final long serialVersionUID = 1L;

  private final transient ImportRefused refusal;

  /** Makes one with the key and details of its refusal. */
  public ArchiveLimit(String key, Object... details) {
    super(key);
    this.refusal = new ImportRefused(key, details);
  }

  /** What to tell the person. */
  public ImportRefused refusal() {
    return refusal;
  }
}
