/** Pages. */
@NullMarked
package org.vigie.node.desk.web;

import org.jspecify.annotations.NullMarked;
