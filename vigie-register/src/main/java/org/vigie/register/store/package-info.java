/**
 * What registers need from a disk or a database: ports for rows, blobs and the custody log, and
 * their in-memory versions. Nothing here can open what it keeps.
 */
@NullMarked
package org.vigie.register.store;

import org.jspecify.annotations.NullMarked;
