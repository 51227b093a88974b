package org.vigie.node.link;

import static org.vigie.node.casefile.Defaults.text;

/**
 * An identifier that was given to nobody: an account that brings it is trying numbers out.
 *
 * @param canary identifier of the canary
 * @param kind code of {@link SharedKind}
 * @param index of its token
 * @param lifted whether it no longer counts
 */
public record CanarySet(String canary, String kind, String index, boolean lifted) {

  /** Reads tolerantly. */
  public CanarySet {
    canary = text(canary);
    kind = text(kind);
    index = text(index);
  }
}
