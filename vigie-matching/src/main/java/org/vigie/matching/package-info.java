/**
 * Normalises and tokenises what cases may share, so that links are found without showing anyone.
 */
@NullMarked
package org.vigie.matching;

import org.jspecify.annotations.NullMarked;
