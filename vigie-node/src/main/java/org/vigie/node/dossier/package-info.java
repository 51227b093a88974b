/**
 * What leaves a case for somebody: chosen, covered, searched for what must never be said, sealed,
 * recorded.
 */
@NullMarked
package org.vigie.node.dossier;

import org.jspecify.annotations.NullMarked;
