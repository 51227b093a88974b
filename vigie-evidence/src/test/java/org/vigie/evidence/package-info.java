/** Tests of evidence packages and receipts. */
@NullMarked
package org.vigie.evidence;

import org.jspecify.annotations.NullMarked;
