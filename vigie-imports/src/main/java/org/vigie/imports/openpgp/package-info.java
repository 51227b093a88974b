/**
 * Detached OpenPGP signatures of version 4 (RFC 4880, RFC 9580), checked with the key beside them.
 * Nobody's keys are known here, nothing is encrypted or decrypted.
 */
@NullMarked
package org.vigie.imports.openpgp;

import org.jspecify.annotations.NullMarked;
