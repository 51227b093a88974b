/** The keepers' pages about witnesses, and the address at which other houses' logs ask. */
@NullMarked
package org.vigie.node.witness.web;

import org.jspecify.annotations.NullMarked;
