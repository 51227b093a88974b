@NullMarked
package org.vigie.imports.audio;

import org.jspecify.annotations.NullMarked;
