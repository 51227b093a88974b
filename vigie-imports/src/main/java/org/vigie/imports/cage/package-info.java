/** The process in which one document is read: its protocol, its jobs, its system call filter. */
@NullMarked
package org.vigie.imports.cage;

import org.jspecify.annotations.NullMarked;
