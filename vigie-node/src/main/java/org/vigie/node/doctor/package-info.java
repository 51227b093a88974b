/**
 * What the doctor looks at: the machine a node runs on, and its home. Reads only; each observation
 * says what is wrong and how to mend it.
 */
@NullMarked
package org.vigie.node.doctor;

import org.jspecify.annotations.NullMarked;
