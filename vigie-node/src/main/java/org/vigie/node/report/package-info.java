/** Where an incident can be reported, and what was reported where. Nothing is sent from here. */
@NullMarked
package org.vigie.node.report;

import org.jspecify.annotations.NullMarked;
