package org.vigie.node.link;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.RegisterId;
import org.vigie.kernel.Secret;
import org.vigie.matching.recording.RecordingSketcher;
import org.vigie.matching.text.TextSketcher;
import org.vigie.node.store.NodeKeys;
import org.vigie.seal.Hkdf;
import org.vigie.seal.OprfKey;
import org.vigie.seal.Place;
import org.vigie.seal.RowKey;
import org.vigie.seal.SealRefused;

/**
 * The keys of comparing, made from one secret in the home's {@code keys} folder, but for the key of
 * tokens, which the share host has. Protects sketches, digests and mailboxes from whoever reads the
 * registers but not that folder; what the folder alone opens is nothing, for all of these lie
 * sealed in registers. Does not protect against a keeper's passphrase and that folder in one hand:
 * then sentences can be tried, though no numbers. Safe for use by several threads.
 */
final class LinkKeys implements AutoCloseable {

  /** Of sketches; tokens have the epoch of their own key. */
  private static final int EPOCH = 1;

  private static final String LABEL = "vigie/v1/links/";
  private static final String TABLE = "link";
  private static final int LENGTH = 32;

  private final NodeKeys keys;
  private @Nullable Loaded loaded;

  LinkKeys(NodeKeys keys) {
    this.keys = keys;
  }

  private record Loaded(
      Secret seed, TextSketcher sketcher, RecordingSketcher recordings, RowKey box)
      implements AutoCloseable {

    @Override
    public void close() {
      box.close();
      seed.close();
    }
  }

  private synchronized Loaded loaded() {
    var known = loaded;
    if (known == null) {
      known = load();
      loaded = known;
    }
    return known;
  }

  private Loaded load() {
    try {
      var seed = keys.secret("links");
      try (var text = Hkdf.derive(seed, LABEL + "text", LENGTH);
          var sound = Hkdf.derive(seed, LABEL + "recordings", LENGTH)) {
        return new Loaded(
            seed,
            new TextSketcher(text, EPOCH),
            new RecordingSketcher(sound, EPOCH),
            RowKey.derive(seed, TABLE));
      }
    } catch (IOException unusable) {
      throw new UncheckedIOException(unusable);
    }
  }

  /**
   * The key of tokens that houses had before there was a share host, to be handed to it once: the
   * first of the numbers derived from the secret that is a key. The caller closes it.
   */
  OprfKey former() {
    return key(loaded().seed());
  }

  private static OprfKey key(Secret seed) {
    var attempt = 0;
    while (true) {
      try (var number = Hkdf.derive(seed, LABEL + "tokens/" + attempt, OprfKey.LENGTH)) {
        return OprfKey.ofSecret(number);
      } catch (SealRefused aboveTheOrder) {
        attempt++;
      }
    }
  }

  TextSketcher sketcher() {
    return loaded().sketcher();
  }

  RecordingSketcher recordings() {
    return loaded().recordings();
  }

  /** A digest of {@code value} that only this node can make; 64 hexadecimal digits. */
  String digest(String what, String value) {
    try (var made = Hkdf.derive(loaded().seed(), LABEL + what + "/" + value, LENGTH)) {
      return made.use(HexFormat.of()::formatHex);
    }
  }

  /** The address of a case, different every time, for this node's eyes. */
  String mailbox(RegisterId file) {
    var plain = HexFormat.of().parseHex(file.value());
    return Base64.getEncoder().encodeToString(loaded().box().seal(plain, place("", "mailbox")));
  }

  /** The case behind {@code mailbox}; nothing if another key sealed it. */
  Optional<RegisterId> file(String mailbox) {
    try {
      var plain = loaded().box().open(bytes(mailbox), place("", "mailbox"));
      return Optional.of(new RegisterId(HexFormat.of().formatHex(plain)));
    } catch (SealRefused lostKey) {
      return Optional.empty();
    }
  }

  /** {@code reply} sealed for this node, to lie in the register {@code file} and nowhere else. */
  String seal(Reply reply, RegisterId file) {
    var sealed = loaded().box().seal(reply.encoded(), place(file.value(), "reply"));
    return Base64.getEncoder().encodeToString(sealed);
  }

  /**
   * What {@link #seal} sealed.
   *
   * @throws SealRefused if it was changed or comes from another register
   */
  Reply open(String sealed, RegisterId file) throws SealRefused {
    return Reply.parse(loaded().box().open(bytes(sealed), place(file.value(), "reply")));
  }

  /** {@code plain} sealed for this node, to lie in {@code register} as {@code what}. */
  String seal(byte[] plain, RegisterId register, String what) {
    return Base64.getEncoder()
        .encodeToString(loaded().box().seal(plain, place(register.value(), what)));
  }

  /**
   * What was sealed so.
   *
   * @throws SealRefused if it was changed or comes from elsewhere
   */
  byte[] open(String sealed, RegisterId register, String what) throws SealRefused {
    return loaded().box().open(bytes(sealed), place(register.value(), what));
  }

  private static byte[] bytes(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException malformed) {
      return new byte[0];
    }
  }

  private static Place place(String register, String column) {
    return new Place(register, TABLE, "", column, 0, 1);
  }

  @Override
  public synchronized void close() {
    var known = loaded;
    if (known != null) {
      known.close();
      loaded = null;
    }
  }

  /** Never a key. */
  @Override
  public String toString() {
    return "LinkKeys";
  }
}
