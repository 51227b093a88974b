package org.vigie.node.exhibit.web;

import java.util.Locale;
import org.vigie.node.cage.PictureDecoder;
import org.vigie.node.exhibit.Exhibit;
import org.vigie.node.exhibit.Stills;

/**
 * A photograph that a program of the system must decode before it is shown, and that nobody decoded
 * yet.
 *
 * @param waits whether this is one
 * @param drawable whether this machine can decode it
 * @param program the program that is for it, in lower case, for the sentence that it is missing
 */
public record Undrawn(boolean waits, boolean drawable, String program) {

  static Undrawn of(Exhibit exhibit, Stills stills) {
    var received = exhibit.received();
    var program = Stills.program(received);
    var waits = program != PictureDecoder.Program.NONE && exhibit.derived("preview").isEmpty();
    var name = program.name().toLowerCase(Locale.ROOT);
    return new Undrawn(waits, waits && stills.drawable(received), name);
  }
}
