package org.vigie.node.demo.story;

import org.vigie.kernel.Language;

/**
 * What a person told, in the language they told it in, with a gloss for each language of the house.
 * Where the account is in a language of the house, that gloss is the account itself.
 *
 * @param language the language of {@code words}
 * @param words the account as told
 * @param gloss what it says
 */
public record Telling(Language language, String words, Bilingual gloss) {}
