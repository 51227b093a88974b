package org.vigie.node.dossier;

/**
 * A reason not to let a dossier go: something that must never be said is in it, or a part of it
 * could not be searched. It names the wish and the place, never the words.
 *
 * @param wish identifier of the wish; empty if a part could not be searched
 * @param number of the wish in the person's list, from 1
 * @param kind of the wish as the person gave it, or empty
 * @param place {@code account}, {@code incident}, {@code exhibit}, {@code paper} or {@code list}
 * @param item {@link Spoken#key} or exhibit, or empty
 * @param shown file or exhibit number, safe to show
 */
public record NeverFound(
    String wish, int number, String kind, String place, String item, String shown) {}
