@NullMarked
package org.vigie.node.demo.story;

import org.jspecify.annotations.NullMarked;
