/** Text messages and calls as SMS Backup &amp; Restore and programs like it write them. */
@NullMarked
package org.vigie.imports.sms;

import org.jspecify.annotations.NullMarked;
