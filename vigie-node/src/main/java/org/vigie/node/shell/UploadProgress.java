package org.vigie.node.shell;

/** How far one upload is; what its progress page shows. Numbers only, no file name. */
public final class UploadProgress {

  /** Where an upload stands. */
  public enum State {
    /** Bytes are coming. */
    COMING,
    /** Everything came and was sealed. */
    DONE,
    /** It was cut, stopped or refused; nothing was kept. */
    DROPPED
  }

  private final long expected;
  private volatile long received;
  private volatile State state = State.COMING;
  private volatile boolean stopAsked;

  UploadProgress(long expected) {
    this.expected = expected;
  }

  /** Bytes announced by the browser; -1 if it did not say. */
  public long expected() {
    return expected;
  }

  /** Bytes so far. */
  public long received() {
    return received;
  }

  /** Where it stands. */
  public State state() {
    return state;
  }

  /** Hundredths received, 0 to 100. */
  public int percent() {
    return expected <= 0 ? 0 : (int) Math.min(100, received * 100 / expected);
  }

  /** Asks the upload to stop; it keeps nothing. */
  public void stop() {
    stopAsked = true;
  }

  boolean stopAsked() {
    return stopAsked;
  }

  void received(long bytes) {
    received = bytes;
  }

  void finished(boolean done) {
    state = done ? State.DONE : State.DROPPED;
  }
}
