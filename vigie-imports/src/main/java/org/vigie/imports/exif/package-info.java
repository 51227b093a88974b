/** What a camera or a telephone wrote into a picture or a film; nothing is decoded. */
@NullMarked
package org.vigie.imports.exif;

import org.jspecify.annotations.NullMarked;
