@NullMarked
package org.vigie.node.doctor;

import org.jspecify.annotations.NullMarked;
