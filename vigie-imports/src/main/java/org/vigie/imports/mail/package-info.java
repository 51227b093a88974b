/** E-mail: single messages and mailboxes. */
@NullMarked
package org.vigie.imports.mail;

import org.jspecify.annotations.NullMarked;
