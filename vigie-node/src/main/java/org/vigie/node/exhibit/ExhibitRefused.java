package org.vigie.node.exhibit;

import org.vigie.kernel.Refusal;

/** Something that cannot be taken in or done with an exhibit. */
public final class ExhibitRefused extends Refusal {

  private static final long serialVersionUID = 1L;

  private ExhibitRefused(String key, Object... details) {
    super(key, details);
  }

  /** No such exhibit in this case. */
  public static ExhibitRefused notFound() {
    return new ExhibitRefused("exhibit.not-found");
  }

  /** A file without a single byte. */
  static ExhibitRefused empty() {
    return new ExhibitRefused("exhibit.empty");
  }

  /** The house's own disk did not take the bytes. */
  static ExhibitRefused fullDisk() {
    return new ExhibitRefused("exhibit.full-disk");
  }

  /** An upload ended early, after {@code kept} files had come whole. */
  public static ExhibitRefused cutAfter(int kept) {
    return new ExhibitRefused("exhibit.cut-after", kept);
  }

  /** Parts of this kind of file cannot be covered. */
  public static ExhibitRefused uncoverable() {
    return new ExhibitRefused("exhibit.uncoverable");
  }

  /** The receipt is not there yet. */
  public static ExhibitRefused noReceiptYet() {
    return new ExhibitRefused("exhibit.receipt.not-found");
  }
}
