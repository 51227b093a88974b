/** Identifiers as keyed, versioned tokens that can be compared without being known. */
@NullMarked
package org.vigie.matching.token;

import org.jspecify.annotations.NullMarked;
