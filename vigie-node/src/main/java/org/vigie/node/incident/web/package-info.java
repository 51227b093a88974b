/** The pages of incidents: writing down, coding, grading, attributing. */
@NullMarked
package org.vigie.node.incident.web;

import org.jspecify.annotations.NullMarked;
