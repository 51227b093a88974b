package org.vigie.node.exhibit.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Optional;
import org.vigie.kernel.Refusal;
import org.vigie.node.exhibit.Exhibit;
import org.vigie.node.exhibit.ExhibitNote;
import org.vigie.node.exhibit.SameChat;
import org.vigie.register.OpenRegister;
import org.vigie.register.RegisterRefused;

/** Says of an exhibit that others of its case are exports of the same chat. */
record OtherExports() implements ExhibitNote {

  @Override
  public int order() {
    return 5;
  }

  @Override
  public Optional<Card> on(String base, OpenRegister file, Exhibit exhibit) throws Refusal {
    try {
      var chats = SameChat.in(file);
      var others = chats.others(exhibit);
      if (others.isEmpty()) {
        return Optional.empty();
      }
      var sentences = new ArrayList<Sentence>();
      others.forEach(other -> sentences.add(sentence(other)));
      sentences.add(
          Sentence.of(chats.countsOnce(exhibit) ? "exhibit.same.kept" : "exhibit.same.apart"));
      var fresh = others.stream().allMatch(other -> other.only() > 0);
      var path = base + "/exhibits/" + exhibit.id() + "/messages?fresh=yes";
      return Optional.of(
          new Card("exhibit.same", sentences, fresh ? path : null, "exhibit.same.open"));
    } catch (IOException | RegisterRefused unreadable) {
      // The page of an exhibit is there even where the bytes of another are damaged or gone.
      return Optional.empty();
    }
  }

  private static Sentence sentence(SameChat.Other other) {
    var number = other.exhibit().number();
    return switch ((int) Math.min(2, other.only())) {
      case 0 -> Sentence.of("exhibit.same.all", number, other.same());
      case 1 -> Sentence.of("exhibit.same.one", number, other.same());
      default -> Sentence.of("exhibit.same.other", number, other.same(), other.only());
    };
  }
}
