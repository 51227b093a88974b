/**
 * Numbers and aliases from which people were reached: what a number can tell, and what it cannot.
 */
@NullMarked
package org.vigie.node.caller;

import org.jspecify.annotations.NullMarked;
