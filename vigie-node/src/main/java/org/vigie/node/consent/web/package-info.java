/** Pages. */
@NullMarked
package org.vigie.node.consent.web;

import org.jspecify.annotations.NullMarked;
