@NullMarked
package org.vigie.imports.telegram;

import org.jspecify.annotations.NullMarked;
