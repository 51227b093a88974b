/** Tests of the stores, on SQLite and on a real PostgreSQL. */
@NullMarked
package org.vigie.node.store;

import org.jspecify.annotations.NullMarked;
