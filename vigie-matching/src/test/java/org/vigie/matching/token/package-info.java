/** Tests of identifier tokens. */
@NullMarked
package org.vigie.matching.token;

import org.jspecify.annotations.NullMarked;
