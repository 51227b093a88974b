/** Saved pages: WARC, also within WACZ. */
@NullMarked
package org.vigie.imports.web;

import org.jspecify.annotations.NullMarked;
