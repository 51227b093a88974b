package org.vigie.node.house;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.vigie.kernel.MemberId;

/**
 * What keepers know and other members do not.
 *
 * @param invitations by id, in the order they were made
 * @param answers by the id of the invitation
 * @param leaving who wishes to leave
 */
public record KeepersBook(
    Map<String, InvitationMade> invitations,
    Map<String, InvitationAnswered> answers,
    Set<MemberId> leaving) {

  static final KeepersBook NONE = new KeepersBook(Map.of(), Map.of(), Set.of());

  /** Copies, keeping the order. */
  public KeepersBook {
    invitations = Collections.unmodifiableMap(new LinkedHashMap<>(invitations));
    answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    leaving = Collections.unmodifiableSet(new LinkedHashSet<>(leaving));
  }

  /** How the keepers call {@code member}; blank if no invitation says. */
  public String note(MemberId member) {
    for (var answer : answers.values()) {
      var made = invitations.get(answer.id());
      if (answer.member().equals(member.value()) && made != null) {
        return made.note();
      }
    }
    return "";
  }

  KeepersBook with(InvitationMade made) {
    var all = new LinkedHashMap<>(invitations);
    all.put(made.id(), made);
    return new KeepersBook(all, answers, leaving);
  }

  /** The first answer to an invitation counts; the code works once. */
  KeepersBook with(InvitationAnswered answer) {
    var all = new LinkedHashMap<>(answers);
    all.putIfAbsent(answer.id(), answer);
    return new KeepersBook(invitations, all, leaving);
  }

  KeepersBook with(WishToLeave wish) {
    var all = new LinkedHashSet<>(leaving);
    all.add(new MemberId(wish.member()));
    return new KeepersBook(invitations, answers, all);
  }
}
