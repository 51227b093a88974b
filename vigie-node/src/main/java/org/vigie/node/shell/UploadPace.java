package org.vigie.node.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Watches that an upload keeps coming, and tells its progress page how far it is. */
final class UploadPace {

  /** Before this, any pace will do: a slow line needs time to begin. */
  private static final Duration GRACE = Duration.ofSeconds(60);

  /** Slower than this over the whole upload is an attack, not a bad line. */
  private static final long BYTES_A_SECOND = 256;

  private final InstantSource clock;
  private final Instant begun;
  private final UploadProgress progress;

  UploadPace(InstantSource clock, UploadProgress progress) {
    this.clock = clock;
    this.begun = clock.instant();
    this.progress = progress;
  }

  void came(long total) throws UploadCut {
    progress.received(total);
    if (progress.stopAsked()) {
      throw new UploadCut(UploadRefused.stopped());
    }
    var taken = Duration.between(begun, clock.instant());
    if (taken.compareTo(GRACE) > 0 && total < taken.toSeconds() * BYTES_A_SECOND) {
      throw new UploadCut(UploadRefused.tooSlow());
    }
  }
}
