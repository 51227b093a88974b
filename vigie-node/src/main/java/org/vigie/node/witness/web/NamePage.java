package org.vigie.node.witness.web;

/**
 * A form in which a keeper names a partner.
 *
 * @param name typed
 * @param vkey typed
 * @param address typed
 * @param wrong message key of what is wrong; empty where nothing was sent yet
 */
public record NamePage(String name, String vkey, String address, String wrong) {

  static final NamePage EMPTY = new NamePage("", "", "", "");

  /** Whether what is wrong is the address and not the key. */
  public boolean addressWrong() {
    return wrong.endsWith(".address");
  }
}
