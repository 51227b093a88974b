/** PDF, a page a message. The only package here that uses a library for a document. */
@NullMarked
package org.vigie.imports.pdf;

import org.jspecify.annotations.NullMarked;
