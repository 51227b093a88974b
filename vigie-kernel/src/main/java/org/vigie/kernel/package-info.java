/**
 * Value types every module speaks: identifiers, secrets, refusals, dates as precisely as they are
 * known. At most 25 types; a test counts.
 */
@NullMarked
package org.vigie.kernel;

import org.jspecify.annotations.NullMarked;
