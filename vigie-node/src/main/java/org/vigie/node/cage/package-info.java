/**
 * The cage: one process for one document, without network, files or environment. Only here are
 * bytes from outside handed to a reader.
 */
@NullMarked
package org.vigie.node.cage;

import org.jspecify.annotations.NullMarked;
