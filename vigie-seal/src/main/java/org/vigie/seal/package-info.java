/** Keys, age files, sealed rows, passphrases, recovery shares, signatures. */
@NullMarked
package org.vigie.seal;

import org.jspecify.annotations.NullMarked;
