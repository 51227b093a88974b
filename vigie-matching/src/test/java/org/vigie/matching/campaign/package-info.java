@NullMarked
package org.vigie.matching.campaign;

import org.jspecify.annotations.NullMarked;
