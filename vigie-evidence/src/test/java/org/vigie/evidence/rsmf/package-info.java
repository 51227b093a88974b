@NullMarked
package org.vigie.evidence.rsmf;

import org.jspecify.annotations.NullMarked;
