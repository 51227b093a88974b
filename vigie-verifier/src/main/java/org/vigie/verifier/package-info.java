/** The command line that checks a package offline. */
@NullMarked
package org.vigie.verifier;

import org.jspecify.annotations.NullMarked;
