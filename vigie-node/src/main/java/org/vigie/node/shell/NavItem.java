package org.vigie.node.shell;

import java.util.Set;

/**
 * An entry of the navigation; a capability declares a bean of this type. The label is the message
 * {@code key}; the line under it on the front page is {@code key + ".about"}.
 *
 * @param path where it leads
 * @param key message key of the label
 * @param roles who sees it; empty for every member
 * @param order its place, smallest first
 */
public record NavItem(String path, String key, Set<Role> roles, int order) {

  /** Whether someone with {@code held} sees it. */
  public boolean shownTo(Set<Role> held) {
    return roles.isEmpty() || roles.stream().anyMatch(held::contains);
  }
}
