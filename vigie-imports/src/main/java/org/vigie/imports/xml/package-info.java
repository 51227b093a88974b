/** The one place that makes XML readers. */
@NullMarked
package org.vigie.imports.xml;

import org.jspecify.annotations.NullMarked;
