package org.vigie.node.house.web;

import java.util.Map;

/**
 * What the pages of founding and joining show.
 *
 * @param founding whether a house is founded; else someone joins one
 * @param staff whether the account works in the house
 * @param house what the house is to be called
 * @param signInName what was chosen
 * @param shownName what was chosen
 * @param passphrase the generated passphrase, to be shown once; blank for an own choice
 * @param appSecret the app's secret in groups, to type instead of the picture
 * @param needed shares that bring the account back
 * @param shares shares in all
 * @param errors sentences by field
 */
public record EnrolPage(
    boolean founding,
    boolean staff,
    String house,
    String signInName,
    String shownName,
    String passphrase,
    String appSecret,
    int needed,
    int shares,
    Map<String, String> errors) {

  /** The error at {@code field}, or null. */
  public @org.jspecify.annotations.Nullable String error(String field) {
    return errors.get(field);
  }
}
