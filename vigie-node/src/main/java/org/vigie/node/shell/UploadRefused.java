package org.vigie.node.shell;

import org.vigie.kernel.Refusal;

/** An upload that was not taken; nothing of its files was kept. */
public final class UploadRefused extends Refusal {

  private static final long serialVersionUID = 1L;

  private UploadRefused(String key, Object... details) {
    super(key, details);
  }

  static UploadRefused malformed() {
    return new UploadRefused("shell.upload.malformed");
  }

  static UploadRefused tooManyParts(int most) {
    return new UploadRefused("shell.upload.too-many-parts", most);
  }

  static UploadRefused fieldTooLarge(long mostBytes) {
    return new UploadRefused("shell.upload.field-too-large", mostBytes / 1_000_000);
  }

  /** A file over the limit of {@code mostBytes}. */
  public static UploadRefused fileTooLarge(long mostBytes) {
    return new UploadRefused("shell.upload.file-too-large", Math.max(1, mostBytes / 1_000_000));
  }

  /** The account's share of the store is used up. */
  public static UploadRefused accountFull(long mostBytes) {
    return new UploadRefused("shell.upload.account-full", Math.max(1, mostBytes / 1_000_000));
  }

  static UploadRefused stopped() {
    return new UploadRefused("shell.upload.stopped");
  }

  static UploadRefused cut() {
    return new UploadRefused("shell.upload.cut");
  }

  static UploadRefused tooSlow() {
    return new UploadRefused("shell.upload.too-slow");
  }
}
