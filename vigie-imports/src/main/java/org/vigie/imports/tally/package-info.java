/** What adds up while messages pass: every byte, the times, the names, the warnings. */
@NullMarked
package org.vigie.imports.tally;

import org.jspecify.annotations.NullMarked;
