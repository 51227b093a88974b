package org.vigie.e2e;

import java.time.Instant;

/** A node that listens, as browsers see it. */
interface RunningNode extends AutoCloseable {

  /** Address of the first page, without a slash at the end. */
  String url();

  /** One-time address that founds the house. */
  String foundingUrl();

  /** What its clocks show. */
  Instant now();

  @Override
  void close();
}
