package org.vigie.node.link;

import org.vigie.matching.identifier.Identifier;
import org.vigie.matching.identifier.PersonNames;
import org.vigie.matching.recording.RecordingMarks;
import org.vigie.matching.text.TextFold;

/**
 * By which rules an incident's numbers, names, words and recordings became comparable. It is kept
 * with everything that was filed; what other rules filed is filed again.
 *
 * @param id the published form and the version of each part; empty before it was kept
 * @param namesAsWritten whether a name that a caller used had the form in which it was written
 */
record Rules(String id, boolean namesAsWritten) {

  /** Those of this release. */
  static final Rules NOW =
      new Rules(
          Identifier.NORM
              + " names-"
              + PersonNames.VERSION
              + " text-"
              + TextFold.VERSION
              + " sound-"
              + RecordingMarks.VERSION,
          false);

  /** Those before names had one form across scripts; what they filed does not say so. */
  static final Rules BEFORE = new Rules("", true);
}
