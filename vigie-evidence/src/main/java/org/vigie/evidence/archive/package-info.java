/**
 * Zip files of which every byte follows from the names and contents: stored, no times, no extras,
 * entries in order. Public tools read them; nothing can hide between the entries.
 */
@NullMarked
package org.vigie.evidence.archive;

import org.jspecify.annotations.NullMarked;
