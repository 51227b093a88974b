/** Telegram Desktop: exports as JSON and as web pages. */
@NullMarked
package org.vigie.imports.telegram;

import org.jspecify.annotations.NullMarked;
