/** Filters, errors and the pages that belong to no capability. */
@NullMarked
package org.vigie.node.shell.web;

import org.jspecify.annotations.NullMarked;
