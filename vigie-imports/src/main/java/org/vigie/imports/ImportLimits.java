package org.vigie.imports;

/**
 * The most that a reader takes.
 *
 * @param inflatedBytes bytes that may come out of archives in all, and more out of long ones; what
 *     lies in an archive as it is does not count
 * @param ratio inflated bytes for one deflated byte, counted after the first MiB
 * @param entries files in one archive, and in those within it together
 * @param depth archives within one another
 * @param messageBytes bytes of one message; what is beyond is listed as unparsed
 */
public record ImportLimits(
    long inflatedBytes, int ratio, int entries, int depth, int messageBytes) {

  /** 200 MiB inflated, 100 to 1, 50,000 entries, two deep, 12 MiB a message. */
  public static final ImportLimits USUAL = new ImportLimits(200L << 20, 100, 50_000, 2, 12 << 20);

  private static final long ORDINARY = 20L << 20;
  private static final int GROWTH = 10;

  /** The same with another limit for what comes out of archives. */
  public ImportLimits withInflatedBytes(long bytes) {
    return new ImportLimits(bytes, ratio, entries, depth, messageBytes);
  }

  /**
   * Bytes that may come out of the archives in a document of {@code length} bytes: ten for each
   * byte beyond 20 MiB come on top, since words are packed to a tenth and less is no bomb.
   */
  public long outOf(long length) {
    return inflatedBytes + GROWTH * Math.max(0, length - ORDINARY);
  }
}
