/** Redaction and the check before release. */
@NullMarked
package org.vigie.evidence.redaction;

import org.jspecify.annotations.NullMarked;
