package org.vigie.imports.archive;

/** How many bytes may still come out of all archives of one document. Not for several threads. */
public final class Budget {

  private final long most;
  private long taken;

  /** {@code most}: the bytes that may come out. */
  public Budget(long most) {
    this.most = most;
  }

  /**
   * Counts bytes that came out.
   *
   * @throws ArchiveLimit {@code import.zip-too-large} when they are too many
   */
  public void take(long bytes) throws ArchiveLimit {
    taken += bytes;
    if (taken > most) {
      throw new ArchiveLimit("import.zip-too-large", most);
    }
  }
}
