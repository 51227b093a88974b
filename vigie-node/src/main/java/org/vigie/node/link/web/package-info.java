/** Pages. */
@NullMarked
package org.vigie.node.link.web;

import org.jspecify.annotations.NullMarked;
