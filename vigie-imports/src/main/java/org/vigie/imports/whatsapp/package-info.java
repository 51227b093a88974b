/** Text exports of WhatsApp, from Android and iOS, in any language it is used in. */
@NullMarked
package org.vigie.imports.whatsapp;

import org.jspecify.annotations.NullMarked;
