/**
 * Backups of a running node and the way back: sealed rows and blobs as they lie, in one file that a
 * stranger's {@code unzip} and {@code sha256sum} can look through. Nothing is opened on the way.
 */
@NullMarked
package org.vigie.node.backup;

import org.jspecify.annotations.NullMarked;
