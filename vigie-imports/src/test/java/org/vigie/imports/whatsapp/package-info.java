@NullMarked
package org.vigie.imports.whatsapp;

import org.jspecify.annotations.NullMarked;
