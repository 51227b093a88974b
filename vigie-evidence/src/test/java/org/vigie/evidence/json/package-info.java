/** Tests of the strict JSON. */
@NullMarked
package org.vigie.evidence.json;

import org.jspecify.annotations.NullMarked;
