/** Tests of openpgp. */
@NullMarked
package org.vigie.imports.openpgp;

import org.jspecify.annotations.NullMarked;
