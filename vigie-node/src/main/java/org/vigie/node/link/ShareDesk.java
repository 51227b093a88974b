package org.vigie.node.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.kernel.Refusal;
import org.vigie.matching.identifier.Identifier;
import org.vigie.matching.share.ShareAsk;
import org.vigie.matching.share.ShareCircle;
import org.vigie.matching.share.ShareRefused;
import org.vigie.matching.share.ShareStatus;
import org.vigie.matching.token.IdentifierToken;
import org.vigie.node.link.SharePin.Phase;
import org.vigie.node.share.ShareProcess;
import org.vigie.node.store.SettingStore;
import org.vigie.register.Registers;
import org.vigie.seal.OprfElement;

/**
 * Where this house asks its share host: notes in the journal that it asks, checks every proof
 * against the key that was agreed, and takes as many tokens as the share host's own budgets let
 * out. Safe for use by several threads.
 */
final class ShareDesk {

  private static final int AT_ONCE = 200;

  private final ShareProcess host;
  private final LinkKeys keys;
  private final OfficeAddress address;
  private final Registers registers;
  private final SettingStore settings;
  private final SecureRandom random;
  private volatile boolean mistrusted;

  ShareDesk(
      ShareProcess host,
      LinkKeys keys,
      OfficeAddress address,
      Registers registers,
      SettingStore settings,
      SecureRandom random) {
    this.host = host;
    this.keys = keys;
    this.address = address;
    this.registers = registers;
    this.settings = settings;
    this.random = random;
  }

  /** The key that was agreed; nothing before the first token. */
  Optional<SharePin> pin() {
    return SharePin.in(settings);
  }

  /**
   * Tokens of {@code identifiers}, from the first on: fewer, or none, where budgets end or the
   * share host is away. What is missing can be asked for again.
   *
   * @param account who wrote them down
   * @param incident what was approved, as approved
   */
  List<IdentifierToken> tokens(
      String account, String incident, List<? extends Identifier> identifiers) throws Refusal {
    if (identifiers.isEmpty()) {
      return List.of();
    }
    try {
      var pin = agreed();
      var ask =
          new ShareAsk(
              keys.digest("share-account", account), keys.digest("share-incident", incident));
      if (!isAgreed(host.ask(line -> line.status()), pin)) {
        return List.of();
      }
      var room = Math.min(host.ask(line -> line.room(ask)), identifiers.size());
      if (room == 0) {
        return List.of();
      }
      note(pin.epoch(), room);
      var inputs =
          identifiers.stream().limit(room).map(i -> i.canonical().getBytes(UTF_8)).toList();
      return circle(pin).tokens(ask, pin.epoch(), inputs, random).tokens();
    } catch (ShareRefused silent) {
      mistrusted = mistrusted || !silent.details().isEmpty();
      return List.of();
    }
  }

  private static boolean isAgreed(ShareStatus status, SharePin pin) {
    var key = status.publicKey();
    return key != null && status.epoch() == pin.epoch() && pin.key().equals(key);
  }

  /** One host with the whole key; several are prepared and switched off. */
  private ShareCircle circle(SharePin pin) throws ShareRefused {
    ShareCircle.Host way =
        (ask, epoch, blinded) -> host.ask(line -> line.evaluate(ask, epoch, blinded));
    return new ShareCircle(pin.key(), 1, List.of(new ShareCircle.Seat(1, pin.key(), way)));
  }

  /** Written before anything is asked: the share host's count can never rightly be higher. */
  private void note(int epoch, int count) throws Refusal {
    var office = address.register();
    if (office.isPresent()) {
      registers.deposit(office.get(), LinkTypes.ASKED, new LinkAsked(epoch, count));
    }
  }

  /**
   * How many elements the share host answered with the key that was agreed; nothing if it is away,
   * has another key, or gave a proof that did not hold since the node started.
   */
  Optional<Long> answered() {
    var pin = pin();
    if (pin.isEmpty() || mistrusted) {
      return Optional.empty();
    }
    try {
      var status = host.ask(line -> line.status());
      return isAgreed(status, pin.get()) ? Optional.of(status.evaluated()) : Optional.empty();
    } catch (ShareRefused silent) {
      return Optional.empty();
    }
  }

  private synchronized SharePin agreed() throws ShareRefused {
    var known = pin();
    if (known.isPresent()) {
      return known.get();
    }
    var status = host.ask(line -> line.status());
    var adopted = status.epoch() == 0 && !address.sharedFromTheStart();
    if (status.epoch() == 0) {
      found(adopted);
      status = host.ask(line -> line.status());
    }
    return keep(status, adopted ? Phase.WANTED : Phase.STEADY);
  }

  /** A house that compared before there was a share host goes on with the key it had. */
  private void found(boolean adopted) throws ShareRefused {
    if (adopted) {
      try (var former = keys.former();
          var secret = former.secret()) {
        host.ask(line -> {
          line.adopt(1, secret);
          return true;
        });
      }
    } else {
      host.ask(line -> {
        line.found(1);
        return true;
      });
    }
  }

  private SharePin keep(ShareStatus status, Phase phase) throws ShareRefused {
    var key = status.publicKey();
    if (key == null) {
      throw new ShareRefused(ShareRefused.EMPTY);
    }
    var pin =
        new SharePin(status.epoch(), phase, key, phase == Phase.MOVING ? status.factor() : null);
    pin.keep(settings);
    return pin;
  }

  /** Keeps that the key has to be changed. */
  synchronized void want() {
    pin()
        .filter(pin -> pin.phase() == Phase.STEADY)
        .ifPresent(pin -> pin.in(Phase.WANTED).keep(settings));
  }

  /**
   * Lets the share host answer with the next key; asked again, it changes nothing. A share host
   * that lost its key gets one that has nothing to do with the one before.
   *
   * @throws ShareRefused {@link ShareRefused#PROOF} if the next key is not the one before times the
   *     number that tokens would be brought over with
   */
  synchronized SharePin begin() throws ShareRefused {
    var pin = pin().orElseThrow(() -> new ShareRefused(ShareRefused.STATE));
    if (pin.phase() != Phase.WANTED) {
      return pin;
    }
    var next = pin.epoch() + 1;
    var at = host.ask(line -> line.status()).epoch();
    host.ask(line -> {
      if (at == 0) {
        line.found(next);
      } else if (at < next) {
        line.begin(next);
      }
      return true;
    });
    var status = host.ask(line -> line.status());
    var factor = status.epoch() == next ? status.factor() : null;
    if (status.epoch() < next) {
      throw new ShareRefused(ShareRefused.EPOCH);
    }
    if (factor != null && !moved(next, factor, List.of(pin.key())).contains(status.publicKey())) {
      throw new ShareRefused(ShareRefused.PROOF);
    }
    return keep(
        new ShareStatus(status.epoch(), status.publicKey(), factor, status.evaluated()),
        Phase.MOVING);
  }

  /** Brings elements of the key before to this one. */
  List<OprfElement> moved(SharePin pin, List<OprfElement> elements) throws ShareRefused {
    var factor = pin.factor();
    if (factor == null || elements.isEmpty()) {
      return List.of();
    }
    return moved(pin.epoch(), factor, elements);
  }

  private List<OprfElement> moved(int epoch, OprfElement factor, List<OprfElement> elements)
      throws ShareRefused {
    var all = new ArrayList<OprfElement>();
    for (var from = 0; from < elements.size(); from += AT_ONCE) {
      var some = elements.subList(from, Math.min(elements.size(), from + AT_ONCE));
      all.addAll(
          host.ask(
              line -> ShareCircle.moved(some, factor, hidden -> line.move(epoch, hidden), random)));
    }
    return all;
  }

  /** Lets the share host forget how to bring tokens over. */
  synchronized void finish(SharePin pin) throws ShareRefused {
    host.ask(line -> {
      line.finish(pin.epoch());
      return true;
    });
    pin.in(Phase.STEADY).keep(settings);
  }
}
