package org.vigie.imports.whatsapp;

import org.vigie.imports.DateOrder;

/** How well the dates of a file read in one order. */
final class OrderTrial {

  final DateOrder order;

  /** Heads that are no day in this order. */
  long invalid;

  /** How often the day is earlier than the one before. */
  long steppedBack;

  private long last = Long.MIN_VALUE;

  OrderTrial(DateOrder order) {
    this.order = order;
  }

  /** Reads one more head. */
  void add(HeaderScanner head, Calendars calendars) {
    if (!calendars.resolve(head, order)) {
      invalid++;
      return;
    }
    if (calendars.epochDay < last) {
      steppedBack++;
    }
    last = calendars.epochDay;
  }

  /** Whether at most one head in fifty, a quotation perhaps, cannot be read. */
  boolean fits(long heads) {
    return invalid * 50 <= heads && invalid < heads;
  }

  /** Whether time goes on in this order and not, or hardly, in the other. */
  boolean goesOnBetterThan(OrderTrial other) {
    return steppedBack == 0 ? other.steppedBack > 0 : steppedBack * 4 <= other.steppedBack;
  }
}
