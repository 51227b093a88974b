@NullMarked
package org.vigie.node.cli;

import org.jspecify.annotations.NullMarked;
