package org.vigie.bench;

/** One group of measurements. */
@FunctionalInterface
public interface Bench {

  /**
   * Measures, and reports what came out.
   *
   * @throws Exception if something that is measured fails; a peer that is not installed is reported
   *     instead
   */
  void run(Bench.Run run) throws Exception;

  /**
   * What a measurement is given.
   *
   * @param folder an empty folder for its files
   * @param vigie the launcher, {@code ./vigie}
   * @param size how much to measure
   * @param report where results go
   */
  record Run(java.nio.file.Path folder, java.nio.file.Path vigie, Size size, Report report) {}
}
