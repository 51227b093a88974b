/**
 * Sets documents as archivable, tagged PDF (PDF/A-3a and PDF/UA-1) in every script our users write.
 * Start at {@link org.vigie.typeset.Typesetter}; a {@link org.vigie.typeset.Document} says what,
 * never where. Nothing here reads a clock, a network or the machine's own fonts.
 */
@NullMarked
package org.vigie.typeset;

import org.jspecify.annotations.NullMarked;
