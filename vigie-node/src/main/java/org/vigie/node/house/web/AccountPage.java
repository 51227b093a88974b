package org.vigie.node.house.web;

import java.util.List;
import org.vigie.node.shell.Role;

/**
 * What one's own account shows.
 *
 * @param house what the house is called; blank before a keeper let them in
 * @param roles what they do
 * @param words six words to compare by voice
 * @param sessions how many sessions are open or locked, this one among them
 * @param recovery whether somebody joined shares of this account
 * @param left whether they were in the house and are no more
 */
public record AccountPage(
    String house, List<Role> roles, String words, int sessions, boolean recovery, boolean left) {}
