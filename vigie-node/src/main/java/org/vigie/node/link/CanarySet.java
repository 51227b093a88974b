package org.vigie.node.link;

import static org.vigie.node.casefile.Defaults.text;

import java.util.Base64;
import org.vigie.matching.token.IdentifierToken;
import org.vigie.seal.OprfElement;

/**
 * An identifier that was given to nobody: an account that brings it is trying numbers out.
 *
 * @param canary identifier of the canary
 * @param kind code of {@link SharedKind}
 * @param index of its token
 * @param lifted whether it no longer counts
 * @param element what a later key starts from, in base64; empty in older entries
 * @param epoch of the key
 * @param since when it was first set, in milliseconds since 1970, where this is under a later key
 */
public record CanarySet(
    String canary,
    String kind,
    String index,
    boolean lifted,
    String element,
    int epoch,
    long since) {

  /** Reads tolerantly. */
  public CanarySet {
    canary = text(canary);
    kind = text(kind);
    index = text(index);
    element = text(element);
    epoch = Math.max(1, epoch);
  }

  static CanarySet of(String canary, SharedKind kind, IdentifierToken token) {
    var element = Base64.getEncoder().encodeToString(token.element().bytes());
    return new CanarySet(canary, kind.code(), token.index(), false, element, token.epoch(), 0);
  }

  static CanarySet lift(String canary) {
    return new CanarySet(canary, "", "", true, "", 0, 0);
  }

  /** The same under another key. */
  CanarySet under(int next, OprfElement moved, long first) {
    var token = new IdentifierToken(next, moved);
    var encoded = Base64.getEncoder().encodeToString(moved.bytes());
    return new CanarySet(canary, kind, token.index(), false, encoded, next, first);
  }
}
