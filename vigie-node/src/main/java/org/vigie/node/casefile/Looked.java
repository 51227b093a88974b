package org.vigie.node.casefile;

/**
 * Someone opened something; the entry's author and time say who and when, so that the person sees
 * who looked.
 *
 * @param what {@code file}, {@code account}, {@code incident}, {@code caller}, {@code exhibit} or
 *     {@code dossier}
 * @param item identifier of what was opened within the case, or empty
 * @param why purpose as the reader gave it, or empty
 */
public record Looked(String what, String item, String why) {

  /** Reads tolerantly. */
  public Looked {
    what = Defaults.text(what);
    item = Defaults.text(item);
    why = Defaults.text(why);
  }
}
