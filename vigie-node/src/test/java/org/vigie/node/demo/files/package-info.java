@NullMarked
package org.vigie.node.demo.files;

import org.jspecify.annotations.NullMarked;
