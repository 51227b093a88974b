package org.vigie.node.link;

/**
 * What the journal says was asked of the share host under one key, held against what that says it
 * made. Every question begins from what was made by then, so that one which was noted and lost
 * leaves no room in which as many could be made past the journal later.
 *
 * @param due how many it has rightly made at most by now
 * @param beside made between two questions, or since the last, and asked for by none
 * @param lost asked for, and never made
 */
record Tally(long due, long beside, long lost) {

  static final Tally NONE = new Tally(0, 0, 0);

  /** With another question. */
  Tally plus(LinkAsked asked) {
    var made = asked.made();
    var before = made == null ? this : at(made);
    return new Tally(before.due + Math.max(0, asked.count()), before.beside, before.lost);
  }

  /** As things stand once the share host has made this many. */
  Tally at(long made) {
    return new Tally(made, beside + Math.max(0, made - due), lost + Math.max(0, due - made));
  }
}
