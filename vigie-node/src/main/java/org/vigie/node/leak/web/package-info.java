/** The pages of what is kept between two. */
@NullMarked
package org.vigie.node.leak.web;

import org.jspecify.annotations.NullMarked;
