/**
 * The documents a house sends: plain records in, a {@link org.vigie.typeset.Document} out.
 * Sentences live in the bundles {@code complaint} and {@code dossier}, in English and French.
 */
@NullMarked
package org.vigie.typeset.letters;

import org.jspecify.annotations.NullMarked;
