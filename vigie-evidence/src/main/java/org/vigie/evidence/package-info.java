/** Evidence packages and receipts: how they are made and how anyone checks them. */
@NullMarked
package org.vigie.evidence;

import org.jspecify.annotations.NullMarked;
