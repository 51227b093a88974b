/**
 * The command line: one class a command. Commands print results on stdout and one sentence on
 * stderr when something is wrong; what they promise stands in {@code ./vigie help COMMAND}.
 */
@NullMarked
package org.vigie.node.cli;

import org.jspecify.annotations.NullMarked;
