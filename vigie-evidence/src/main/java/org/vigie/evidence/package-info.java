/**
 * Evidence packages and receipts: how they are made and how anyone checks them. A package is at
 * once a BagIt bag, a set of files that {@code sha256sum} and {@code openssl} can check, and what
 * {@link org.vigie.evidence.PackageCheck} reads. Depends on the JDK, the kernel and the ledger
 * alone, because the verifier that a court holds is made of it.
 */
@NullMarked
package org.vigie.evidence;

import org.jspecify.annotations.NullMarked;
