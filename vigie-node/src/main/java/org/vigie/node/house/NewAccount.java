package org.vigie.node.house;

import org.vigie.kernel.Language;

/**
 * What somebody chose for the account they are making.
 *
 * @param signInName what they will type to sign in; known to nobody else
 * @param shownName how those who work in the house call them; blank for people who are helped
 * @param passphrase what they will unlock with
 * @param totp shared secret of their authenticator app in hexadecimal; blank for none
 * @param needed printed shares that bring the account back; 0 for no shares
 * @param shares printed shares in all
 * @param language of the recovery code's words
 */
public record NewAccount(
    String signInName,
    String shownName,
    String passphrase,
    String totp,
    int needed,
    int shares,
    Language language) {}
