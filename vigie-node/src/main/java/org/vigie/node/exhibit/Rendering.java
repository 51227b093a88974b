package org.vigie.node.exhibit;

import java.time.Instant;
import org.vigie.register.Author;

/**
 * A translation or transcript as it stands.
 *
 * @param made what was kept last
 * @param at when that was
 * @param by who kept it; who made it says {@link RenderingMade#hand}
 */
public record Rendering(RenderingMade made, Instant at, Author by) {

  /** Its identifier within the case. */
  public String id() {
    return made.rendering();
  }
}
