package org.vigie.node.link;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.vigie.kernel.Refusal;
import org.vigie.node.link.SharePin.Phase;
import org.vigie.register.OpenRegister;
import org.vigie.register.RegisterRefused;
import org.vigie.seal.OprfElement;
import org.vigie.seal.SealRefused;

/**
 * Brings every token of the comparison to another key without asking anybody anything (security
 * 3.9, rotation). New tokens lie beside the old ones until one entry says that they count; then the
 * old ones are destroyed, and the share host forgets how they were brought over. Broken off
 * anywhere, it goes on at the next visit of a keeper.
 */
final class KeyChange {

  private final ShareDesk desk;
  private final Ended ended;

  KeyChange(ShareDesk desk, Ended ended) {
    this.desk = desk;
    this.ended = ended;
  }

  /** Does what is left to do, if anything is. */
  void advance(OpenRegister office) throws Refusal {
    if (desk.pin().map(SharePin::phase).orElse(Phase.STEADY) == Phase.STEADY) {
      leaveBehind(office);
      return;
    }
    var pin = desk.begin();
    if (pin.factor() != null) {
      moveOffers(office, pin);
      moveCanaries(office, pin);
    }
    if (office.fold(OfficeBook.FOLD).epoch() < pin.epoch()) {
      office.append(LinkTypes.CHANGED, new KeyChanged(pin.epoch()));
    }
    leaveBehind(office);
    for (var entry : office.fold(OfficeBook.FOLD).stale()) {
      office.erase(entry);
    }
    desk.finish(pin);
  }

  private void moveOffers(OpenRegister office, SharePin pin) throws Refusal {
    var book = office.fold(OfficeBook.FOLD);
    for (var offer : book.offers()) {
      var made = offer.made();
      if (made.epoch() == pin.epoch() - 1
          && !book.moved(pin.epoch(), offer.sequence())
          && !ended.has(made.offer())) {
        var tokens = moved(made.tokens(), pin);
        office.append(
            LinkTypes.MOVED,
            new OfferMoved(
                made.under(pin.epoch(), tokens), offer.sequence(), offer.at().toEpochMilli()));
      }
    }
  }

  private List<OfferMade.Token> moved(List<OfferMade.Token> tokens, SharePin pin) throws Refusal {
    var elements = new ArrayList<OprfElement>();
    for (var token : tokens) {
      elements.add(element(token.element()));
    }
    var fresh = desk.moved(pin, elements);
    var all = new ArrayList<OfferMade.Token>();
    for (var i = 0; i < tokens.size(); i++) {
      all.add(OfferMade.Token.of(tokens.get(i), pin.epoch(), fresh.get(i)));
    }
    return all;
  }

  private static OprfElement element(String base64) throws SealRefused {
    try {
      return OprfElement.ofBytes(Base64.getDecoder().decode(base64));
    } catch (IllegalArgumentException malformed) {
      return OprfElement.ofBytes(new byte[0]);
    }
  }

  /**
   * Who brought one stays held, also where that was taken back and is not brought over. A canary
   * that was set before elements were kept is found by whoever brought it, or left behind.
   */
  private void moveCanaries(OpenRegister office, SharePin pin) throws Refusal {
    var book = office.fold(OfficeBook.FOLD);
    for (var canary : book.canaries().values()) {
      var element = canary.element().isEmpty() ? book.element(canary.index()) : canary.element();
      if (canary.epoch() == pin.epoch() - 1 && !element.isEmpty()) {
        var fresh = desk.moved(pin, List.of(element(element))).getFirst();
        var caught = book.caught(canary, book.offers());
        office.append(
            LinkTypes.CANARY, canary.under(pin.epoch(), fresh, book.since(canary), caught));
      }
    }
  }

  /**
   * What cannot be brought over ends here; its case brings it again when somebody next opens it. A
   * number given to nobody has no case: its line stays, and whom it caught.
   */
  private void leaveBehind(OpenRegister office) throws RegisterRefused {
    var book = office.fold(OfficeBook.FOLD);
    for (var offer : book.offers()) {
      if (offer.made().epoch() < book.epoch()) {
        ended.end(offer.made().offer());
      }
    }
    Held.lose(office, book);
  }
}
