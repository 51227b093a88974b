package org.vigie.node.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
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
import org.vigie.register.RegisterRefused;
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
  private volatile boolean astray;

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

  /** Whether the share host is a process of the node's own, which nobody else can reach. */
  boolean isOwn() {
    return host.isOwn();
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
        (ask, epoch, blinded) ->
            host.ask(line -> {
              note(new LinkAsked(epoch, blinded.size(), line.status().evaluated()));
              return line.evaluate(ask, epoch, blinded);
            });
    return new ShareCircle(pin.key(), 1, List.of(new ShareCircle.Seat(1, pin.key(), way)));
  }

  /**
   * Written before anything is asked, and again before it is asked a second time because the share
   * host died over it: its count can never rightly be higher. What it made by then is written with
   * it, so that a question it died over before counting leaves no room for another.
   */
  private void note(LinkAsked asked) throws ShareRefused {
    var office = address.register();
    if (office.isPresent()) {
      try {
        registers.deposit(office.get(), LinkTypes.ASKED, asked);
      } catch (RegisterRefused unnoted) {
        throw new ShareRefused(ShareRefused.FAILED);
      }
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
    if (adopted && !host.isOwn()) {
      // The former key opens every token there is: nobody gets it who only says that he has none
      throw new ShareRefused(ShareRefused.UNPROVEN);
    }
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

  /**
   * Keeps that the key has to be changed; also while it changes, where the share host has meanwhile
   * lost what it was changing.
   */
  synchronized void want() {
    pin()
        .filter(pin -> pin.phase() == Phase.STEADY || isElsewhere(pin))
        .ifPresent(pin -> pin.in(Phase.WANTED).keep(settings));
  }

  private boolean isElsewhere(SharePin pin) {
    try {
      return pin.phase() == Phase.MOVING && !isAgreed(host.ask(line -> line.status()), pin);
    } catch (ShareRefused silent) {
      return false;
    }
  }

  /**
   * Lets the share host answer with the next key; asked again, it changes nothing. A share host
   * that lost its key makes one that has nothing to do with the one before, see {@link #accept}. So
   * does one that was put back from a copy made before the last change: it changes as often as it
   * missed, so that it has a number and a key that never were.
   *
   * @throws ShareRefused {@link ShareRefused#PROOF} if the next key is not the one before times the
   *     number that tokens would be brought over with; {@link ShareRefused#UNPROVEN} if there is no
   *     such number
   */
  synchronized SharePin begin() throws ShareRefused {
    var pin = pin().orElseThrow(() -> new ShareRefused(ShareRefused.STATE));
    if (pin.phase() != Phase.WANTED) {
      return pin;
    }
    var next = pin.epoch() + 1;
    host.ask(line -> {
      var at = line.status().epoch();
      if (at == 0) {
        line.found(next);
      }
      for (var step = at; 0 < step && step < next; step++) {
        line.finish(step);
        line.begin(step + 1);
      }
      return true;
    });
    var status = host.ask(line -> line.status());
    var factor = status.factor();
    if (status.epoch() < next) {
      throw new ShareRefused(ShareRefused.EPOCH);
    }
    if (factor == null || status.epoch() != next) {
      throw new ShareRefused(ShareRefused.UNPROVEN);
    }
    astray = !moved(next, factor, List.of(pin.key())).contains(status.publicKey());
    if (astray) {
      throw new ShareRefused(ShareRefused.PROOF);
    }
    return keep(status, Phase.MOVING);
  }

  /**
   * The key that a share host shows in place of the agreed one, where nothing proves that it came
   * from that, or that was shown not to: its folder was lost or put back from an old copy, or
   * somebody else answers. A keeper compares it first.
   */
  Optional<OprfElement> unproven() {
    try {
      var pin = pin();
      return pin.isEmpty()
          ? Optional.empty()
          : unproven(host.ask(line -> line.status()), pin.get());
    } catch (ShareRefused silent) {
      return Optional.empty();
    }
  }

  private Optional<OprfElement> unproven(ShareStatus status, SharePin pin) {
    var leads = status.epoch() == pin.epoch() + 1 && status.factor() != null && !astray;
    return status.epoch() <= pin.epoch() || leads
        ? Optional.empty()
        : Optional.ofNullable(status.publicKey());
  }

  /**
   * Agrees on a key that a keeper compared; tokens of the one before cannot be brought to it.
   *
   * @param shown the key, in hexadecimal digits
   * @return false if the share host is away, or shows another one now
   */
  synchronized boolean accept(String shown) {
    var pin = pin();
    try {
      var status = host.ask(line -> line.status());
      var key = pin.flatMap(known -> unproven(status, known));
      if (key.isPresent() && HexFormat.of().formatHex(key.get().bytes()).equals(shown)) {
        astray = false;
        keep(new ShareStatus(status.epoch(), key.get(), null, status.evaluated()), Phase.MOVING);
        return true;
      }
    } catch (ShareRefused silent) {
      return false;
    }
    return false;
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
