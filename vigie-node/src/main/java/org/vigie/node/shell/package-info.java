/**
 * The frame around every page: sessions, languages, messages, errors, streamed uploads, the
 * templates' kit. A capability uses what is public here; {@code docs/adding-a-capability.md} shows
 * how.
 */
@NullMarked
package org.vigie.node.shell;

import org.jspecify.annotations.NullMarked;
