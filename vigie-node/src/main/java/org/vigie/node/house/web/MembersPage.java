package org.vigie.node.house.web;

import java.util.List;
import org.vigie.node.house.InvitationMade;
import org.vigie.node.shell.Role;

/**
 * What the page of members shows.
 *
 * @param house what the house is called
 * @param members who is in it
 * @param waiting invitations nobody has answered
 */
public record MembersPage(String house, List<Row> members, List<InvitationMade> waiting) {

  /**
   * A member.
   *
   * @param id who
   * @param name how keepers call them
   * @param roles what they do
   * @param words six words to compare by voice
   * @param own whether it is whoever looks
   */
  public record Row(String id, String name, List<Role> roles, String words, boolean own) {}
}
