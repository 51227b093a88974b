/** Signal: the readable export, and what programs of the community write. */
@NullMarked
package org.vigie.imports.signal;

import org.jspecify.annotations.NullMarked;
