/**
 * The story's files: chat exports, a voice note, a phone screen, a photograph. All are drawn,
 * synthesised and written by code from a seed: the same story on the same day gives the same bytes.
 */
@NullMarked
package org.vigie.node.demo.files;

import org.jspecify.annotations.NullMarked;
