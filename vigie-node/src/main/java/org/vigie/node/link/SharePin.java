package org.vigie.node.link;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.node.store.SettingStore;
import org.vigie.register.store.Bytes;
import org.vigie.seal.OprfElement;
import org.vigie.seal.SealRefused;

/**
 * Which key the house and its share host agreed on, so that another one is noticed.
 *
 * @param epoch of the key
 * @param phase where a change of it stands
 * @param key its public side
 * @param factor public side of what leads from the key before; null unless it moves
 */
record SharePin(int epoch, Phase phase, OprfElement key, @Nullable OprfElement factor) {

  private static final String NAME = "links.share";

  /** Where a change of the key stands. */
  enum Phase {
    /** Nothing changes. */
    STEADY,
    /** A keeper wants another key, or it came from the node itself and has to be changed. */
    WANTED,
    /** The share host answers with the new key; tokens are being brought to it. */
    MOVING
  }

  static Optional<SharePin> in(SettingStore settings) {
    return settings.find(NAME).map(value -> parse(new String(value.toArray(), US_ASCII)));
  }

  private static SharePin parse(String text) {
    var words = text.split(" ", -1);
    try {
      return new SharePin(
          Integer.parseInt(words[0]),
          Phase.valueOf(words[1].toUpperCase(Locale.ROOT)),
          element(words[2]),
          words[3].equals("-") ? null : element(words[3]));
    } catch (SealRefused malformed) {
      throw new IllegalStateException("the share host's key is not what was kept", malformed);
    }
  }

  private static OprfElement element(String hex) throws SealRefused {
    return OprfElement.ofBytes(HexFormat.of().parseHex(hex));
  }

  void keep(SettingStore settings) {
    var text =
        String.join(
            " ",
            Integer.toString(epoch),
            phase.name().toLowerCase(Locale.ROOT),
            HexFormat.of().formatHex(key.bytes()),
            factor == null ? "-" : HexFormat.of().formatHex(factor.bytes()));
    settings.put(NAME, Bytes.of(text.getBytes(US_ASCII)));
  }

  SharePin in(Phase next) {
    return new SharePin(epoch, next, key, null);
  }
}
