package org.vigie.node.exhibit.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.vigie.kernel.MemberId;
import org.vigie.kernel.Refusal;
import org.vigie.node.house.Houses;
import org.vigie.node.shell.SignedIn;
import org.vigie.register.Author;
import org.vigie.register.OpenRegister;

/**
 * Who is who to the reader of a page: themselves, the person whose case it is, or a name of the
 * house.
 */
final class People {

  private final Author me;
  private final Map<MemberId, String> names = new LinkedHashMap<>();
  private final Map<MemberId, String> roles = new LinkedHashMap<>();

  People(Houses houses, SignedIn member, OpenRegister file) throws Refusal {
    me = new Author.Member(file.me());
    for (var one : houses.house(member).members().values()) {
      names.put(one.id(), one.name());
    }
    for (var reader : file.members()) {
      roles.put(reader.id(), reader.role().name());
    }
  }

  /** {@code you}, {@code person}, {@code named} or {@code someone}: the end of a message key. */
  String kind(Author author) {
    if (author.equals(me)) {
      return "you";
    }
    if (author instanceof Author.Member member) {
      if ("person".equals(roles.get(member.id()))) {
        return "person";
      }
      return names.getOrDefault(member.id(), "").isEmpty() ? "someone" : "named";
    }
    return "someone";
  }

  /** The name, or empty. */
  String name(Author author) {
    return author instanceof Author.Member member ? names.getOrDefault(member.id(), "") : "";
  }
}
