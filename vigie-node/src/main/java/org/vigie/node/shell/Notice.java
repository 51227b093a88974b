package org.vigie.node.shell;

import java.util.List;

/**
 * A sentence shown once on the next page after a POST.
 *
 * @param key message key
 * @param details what fills it
 * @param calm false where something went wrong
 */
public record Notice(String key, List<Object> details, boolean calm) {

  /** Something was done. */
  public static Notice done(String key, Object... details) {
    return new Notice(key, List.of(details), true);
  }

  /** Something did not work. */
  public static Notice problem(String key, Object... details) {
    return new Notice(key, List.of(details), false);
  }
}
