package org.vigie.imports;

import java.util.Arrays;
import org.vigie.kernel.Refusal;

/**
 * A document that cannot be read. Keys: {@code import.unknown-format}, {@code import.empty}, {@code
 * import.date-order-ambiguous} (line, raw date, two readings with their orders and, of several
 * files in an archive, the name of the one that asks), {@code import.date-order-impossible}, {@code
 * import.zip-…}, {@code import.image-…}, {@code import.xml-…}, {@code import.audio-…}, {@code
 * import.pdf-…}.
 */
public final class ImportRefused extends Refusal {

  private static final long serialVersionUID = 1L;

  /**
   * Makes a refusal.
   *
   * @param key message key
   * @param details numbers, limits, kinds, dates, names of files in an archive; kept as text, for
   *     whoever gave the document and for no log
   */
  public ImportRefused(String key, Object... details) {
    super(key, Arrays.stream(details).map(String::valueOf).toArray());
  }
}
