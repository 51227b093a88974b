/** Shows that what two custodians keep stays between them. */
@NullMarked
package org.vigie.node.leak;

import org.jspecify.annotations.NullMarked;
