/** Shows where incidents can be reported. */
@NullMarked
package org.vigie.node.report;

import org.jspecify.annotations.NullMarked;
