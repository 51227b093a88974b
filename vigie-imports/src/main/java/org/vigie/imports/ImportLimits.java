package org.vigie.imports;

/**
 * The most that a reader takes.
 *
 * @param inflatedBytes bytes that may come out of archives in all
 * @param ratio inflated bytes for one deflated byte, counted after the first MiB
 * @param entries files in one archive
 * @param depth archives within one another
 * @param messageBytes bytes of one message; what is beyond is listed as unparsed
 */
public record ImportLimits(
    long inflatedBytes, int ratio, int entries, int depth, int messageBytes) {

  /** 200 MiB inflated, 100 to 1, 2,000 entries, two deep, 12 MiB a message. */
  public static final ImportLimits USUAL = new ImportLimits(200L << 20, 100, 2000, 2, 12 << 20);

  /** The same with another limit for what comes out of archives. */
  public ImportLimits withInflatedBytes(long bytes) {
    return new ImportLimits(bytes, ratio, entries, depth, messageBytes);
  }
}
