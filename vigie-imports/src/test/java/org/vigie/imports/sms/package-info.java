@NullMarked
package org.vigie.imports.sms;

import org.jspecify.annotations.NullMarked;
