/** Filters and clocks of the frame. */
@NullMarked
package org.vigie.node.shell.web;

import org.jspecify.annotations.NullMarked;
