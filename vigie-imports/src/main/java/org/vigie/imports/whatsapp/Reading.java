package org.vigie.imports.whatsapp;

import org.vigie.imports.DateOrder;
import org.vigie.imports.ReadOptions;
import org.vigie.imports.tally.Tally;
import org.vigie.imports.text.Encoding;

/** What the first pass found out for the second; {@code total} is the length of the source. */
record Reading(
    long total,
    Encoding encoding,
    int shape,
    int style,
    DateOrder order,
    Calendars calendars,
    Authors authors,
    Tally tally,
    ReadOptions options) {}
