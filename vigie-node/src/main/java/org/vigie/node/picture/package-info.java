/**
 * Pictures drawn on the server: PNG at double density, with the same content as a text alternative
 * and as a table. Knows no capability; a page describes what it wants drawn and gets a picture.
 */
@NullMarked
package org.vigie.node.picture;

import org.jspecify.annotations.NullMarked;
