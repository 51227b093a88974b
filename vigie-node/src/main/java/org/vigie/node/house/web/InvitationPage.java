package org.vigie.node.house.web;

import java.util.List;
import org.vigie.node.shell.Role;

/**
 * An invitation to write down or print.
 *
 * @param code eight words
 * @param roles what it gives
 */
public record InvitationPage(String code, List<Role> roles) {}
