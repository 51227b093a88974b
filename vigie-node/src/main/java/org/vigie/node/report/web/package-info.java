/** The page of where an incident can be reported. */
@NullMarked
package org.vigie.node.report.web;

import org.jspecify.annotations.NullMarked;
