/** The pages of capture: how to keep what has no export, and what was kept so. */
@NullMarked
package org.vigie.node.capture.web;

import org.jspecify.annotations.NullMarked;
