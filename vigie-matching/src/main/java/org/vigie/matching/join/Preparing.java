package org.vigie.matching.join;

import org.jspecify.annotations.Nullable;
import org.vigie.kernel.Secret;
import org.vigie.matching.identifier.Identifiers;
import org.vigie.matching.text.TextSketcher;

/**
 * Reduces messages to what they are joined by, the same on every machine: the key of the fragments
 * is fixed and no secret. They protect nothing and must not leave the process but sealed. For use
 * by one thread.
 */
public final class Preparing {

  private final @Nullable String region;
  private final TextSketcher sketcher;

  /**
   * Prepares messages.
   *
   * @param region two letters, where nationally written numbers are from; null if nobody said
   */
  public Preparing(@Nullable String region) {
    this.region = region;
    try (var key = Secret.take(new byte[32])) {
      sketcher = new TextSketcher(key, 1);
    }
  }

  /** What {@code message} is joined by. */
  public Prepared prepare(Message message) {
    var text = message.text() == null ? "" : message.text();
    var found = Identifiers.findIn(text, region);
    return new Prepared(
        message.id(),
        message.caseId(),
        MessageKeys.of(message, found, region),
        sketcher.sketch(text, found));
  }
}
