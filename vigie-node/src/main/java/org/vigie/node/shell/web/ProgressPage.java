package org.vigie.node.shell.web;

import org.vigie.node.shell.UploadProgress;

/**
 * What the progress page shows.
 *
 * @param id name of the upload
 * @param progress how far it is
 */
public record ProgressPage(String id, UploadProgress progress) {

  /** Whole megabytes so far. */
  public long megabytes() {
    return progress.received() / 1_000_000;
  }
}
