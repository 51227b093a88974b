/**
 * Where rows and blobs lie: SQLite or PostgreSQL behind one text of SQL, sealed bytes in a folder.
 * Another blob store, such as an S3 one with conditional writes, is a second implementation of
 * {@link org.vigie.register.store.BlobStore} chosen in {@code StoreConfiguration}.
 */
@NullMarked
package org.vigie.node.store;

import org.jspecify.annotations.NullMarked;
