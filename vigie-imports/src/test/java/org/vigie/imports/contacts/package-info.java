@NullMarked
package org.vigie.imports.contacts;

import org.jspecify.annotations.NullMarked;
