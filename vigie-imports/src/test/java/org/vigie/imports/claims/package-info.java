/** Tests of claims. */
@NullMarked
package org.vigie.imports.claims;

import org.jspecify.annotations.NullMarked;
