package org.vigie.node.link;

import static org.vigie.node.casefile.Defaults.list;
import static org.vigie.node.casefile.Defaults.text;

import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.vigie.matching.token.IdentifierToken;
import org.vigie.seal.OprfElement;

/**
 * An identifier that was given to nobody: an account that brings it is trying numbers out.
 *
 * @param canary identifier of the canary
 * @param kind code of {@link SharedKind}
 * @param index of its token; empty where that went with a lost key, and nobody is caught any more
 * @param lifted whether it no longer counts
 * @param element what a later key starts from, in base64; empty in older entries
 * @param epoch of the key
 * @param since when it was first set, in milliseconds since 1970, where this was written later
 * @param held accounts that brought it before what says so was destroyed, in the order of their
 *     identifiers; held until it is lifted
 */
public record CanarySet(
    String canary,
    String kind,
    String index,
    boolean lifted,
    String element,
    int epoch,
    long since,
    List<String> held) {

  /** Reads tolerantly. */
  public CanarySet {
    canary = text(canary);
    kind = text(kind);
    index = text(index);
    element = text(element);
    epoch = Math.max(1, epoch);
    held = list(held);
  }

  static CanarySet of(String canary, SharedKind kind, IdentifierToken token) {
    var element = Base64.getEncoder().encodeToString(token.element().bytes());
    return new CanarySet(
        canary, kind.code(), token.index(), false, element, token.epoch(), 0, List.of());
  }

  static CanarySet lift(String canary) {
    return new CanarySet(canary, "", "", true, "", 0, 0, List.of());
  }

  /** The same under another key. */
  CanarySet under(int next, OprfElement moved, long first, Set<String> caught) {
    var token = new IdentifierToken(next, moved);
    var encoded = Base64.getEncoder().encodeToString(moved.bytes());
    return new CanarySet(canary, kind, token.index(), false, encoded, next, first, sorted(caught));
  }

  /** The same, with these accounts written down. */
  CanarySet holding(long first, Set<String> caught) {
    return new CanarySet(canary, kind, index, lifted, element, epoch, first, sorted(caught));
  }

  /** What is left of it once its key is lost: it catches nobody and lets nobody go. */
  CanarySet withoutToken(long first, Set<String> caught) {
    return new CanarySet(canary, kind, "", false, "", epoch, first, sorted(caught));
  }

  /** Whether its token went with a lost key: the number has to be added again. */
  public boolean lost() {
    return !lifted && index.isEmpty();
  }

  private static List<String> sorted(Set<String> accounts) {
    return accounts.stream().sorted().toList();
  }
}
