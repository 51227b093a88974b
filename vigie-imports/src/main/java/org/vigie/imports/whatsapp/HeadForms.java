package org.vigie.imports.whatsapp;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.vigie.imports.tally.DayHalf;

/**
 * The forms of the heads met so far: one where numbers are filled up with zeros, some where they
 * are not. Those that come often are tried first. Not for use by several threads.
 */
final class HeadForms {

  /** Day, month and hour of one or two digits, two halves of the day, a mark before or none. */
  private static final int MOST = 32;

  private static final int NUMBERS = 6;

  private final HeadForm[] forms = new HeadForm[MOST];
  private int size;

  private final int[] place = new int[NUMBERS];
  private final int[] width = new int[NUMBERS];
  private int numbers;
  private boolean foreign;

  /** Whether the line has one of the forms; then {@code head} holds what a scan of it would. */
  boolean read(byte[] b, int from, int to, HeaderScanner head) {
    for (var i = 0; i < size; i++) {
      var form = forms[i];
      if (form.read(b, from, to, head)) {
        if (i > 0) {
          forms[i] = forms[i - 1];
          forms[i - 1] = form;
        }
        return true;
      }
    }
    return false;
  }

  /** Begins a head. */
  void begin() {
    numbers = 0;
    foreign = false;
  }

  /** Notes a number of it. */
  void number(int at, int digits) {
    place[numbers] = at;
    width[numbers++] = digits;
  }

  /** Notes that a number has digits of more than a byte; such heads are read in full each time. */
  void foreign() {
    foreign = true;
  }

  /** Keeps the form of the head that was just read from {@code from}. */
  void keep(HeaderScanner head, byte[] b, int from, @Nullable DayHalf half) {
    // Where no space ends it, one after it would be part of the next head.
    var settled = b[head.bodyStart - 1] == ' ' && head.bodyStart - from <= HeadForm.LONGEST;
    if (settled && !foreign) {
      add(
          new HeadForm(
              head, b, from, Arrays.copyOf(place, numbers), Arrays.copyOf(width, numbers), half));
    }
  }

  /** Where there is no room the one that came least often goes. */
  private void add(HeadForm form) {
    for (var i = 0; i < size; i++) {
      if (forms[i].isLike(form)) {
        return;
      }
    }
    size = Math.min(MOST, size + 1);
    forms[size - 1] = form;
  }
}
