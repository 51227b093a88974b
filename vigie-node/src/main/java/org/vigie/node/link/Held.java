package org.vigie.node.link;

import java.util.List;
import org.vigie.register.OpenRegister;
import org.vigie.register.RegisterRefused;

/**
 * Writes down which accounts brought a number that was given to nobody, before the tokens that say
 * so are destroyed. Neither taking an incident back nor the loss of a key lets such an account go;
 * a keeper does, by lifting the canary.
 */
final class Held {

  private Held() {}

  /** For offers that are about to be destroyed. */
  static void keep(OpenRegister office, List<OfficeBook.Offer> going) throws RegisterRefused {
    if (going.isEmpty()) {
      return;
    }
    var book = office.fold(OfficeBook.FOLD);
    for (var canary : book.canaries().values()) {
      var caught = book.caught(canary, going);
      if (caught.size() > canary.held().size()) {
        office.append(LinkTypes.CANARY, canary.holding(book.since(canary), caught));
      }
    }
  }

  /** For every canary whose token is of a key that counts no more. */
  static void lose(OpenRegister office, OfficeBook book) throws RegisterRefused {
    for (var canary : book.canaries().values()) {
      if (!canary.lost() && canary.epoch() < book.epoch()) {
        var caught = book.caught(canary, book.offers());
        office.append(LinkTypes.CANARY, canary.withoutToken(book.since(canary), caught));
      }
    }
  }
}
