/** The custody log: appending and proving. */
@NullMarked
package org.vigie.bench.log;

import org.jspecify.annotations.NullMarked;
