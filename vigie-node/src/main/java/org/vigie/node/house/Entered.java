package org.vigie.node.house;

import org.vigie.node.shell.SignedIn;

/**
 * Somebody who just made an account.
 *
 * @param member signed in
 * @param papers to print now
 */
public record Entered(SignedIn member, Papers papers) {}
