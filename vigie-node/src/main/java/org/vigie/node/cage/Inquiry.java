package org.vigie.node.cage;

import java.io.IOException;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * What this machine answers about one of its programs, asked when somebody needs it. An answer is
 * kept. Where there was none it is asked again: a machine that was slow once, or had not got the
 * program yet, may have it a minute later. No sooner, so that pages do not wait for it over and
 * over. Safe for use by several threads.
 */
final class Inquiry {

  /** How long nothing is asked again after there was no answer. */
  static final Duration PAUSE = Duration.ofMinutes(1);

  /** What is asked. */
  @FunctionalInterface
  interface Question {

    /** The answer, or empty if there is none now. */
    String ask() throws CageRefused, IOException;
  }

  private final Question question;
  private final LongSupplier nanos;
  private String answer = "";
  private boolean asked;
  private long last;

  /** Asks {@code question}; {@code nanos} counts on as {@link System#nanoTime} does. */
  Inquiry(Question question, LongSupplier nanos) {
    this.question = question;
    this.nanos = nanos;
  }

  /** Asks {@code question}, by this machine's own time. */
  static Inquiry of(Question question) {
    return new Inquiry(question, System::nanoTime);
  }

  /** The answer, or empty if there is none now. */
  synchronized String answer() {
    var soon = asked && nanos.getAsLong() - last < PAUSE.toNanos();
    if (answer.isEmpty() && !soon) {
      answer = now();
      asked = true;
      last = nanos.getAsLong();
    }
    return answer;
  }

  private String now() {
    try {
      return question.ask();
    } catch (CageRefused | IOException notNow) {
      return "";
    }
  }
}
