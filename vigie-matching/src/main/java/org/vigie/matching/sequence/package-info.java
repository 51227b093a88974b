/**
 * The order in which an operation against one person unfolds, read from the incidents of a case by
 * a small published model of hidden steps. What comes out is a hypothesis with its reasons, never a
 * finding. Nothing here keeps, sends or compares anything by itself.
 */
@NullMarked
package org.vigie.matching.sequence;

import org.jspecify.annotations.NullMarked;
