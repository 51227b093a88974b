package org.vigie.node.witness;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * Where a witness is asked: what a keeper typed, and nothing else. Over the network it is {@code
 * https}; {@code http} leads to this machine only, where a tunnel may begin. Protects against a
 * typed address that would make the node ask the machine's own surroundings, such as a cloud's
 * metadata; does not protect against a keeper who means harm to a service of the house's network,
 * who learns from it that something answers.
 */
final class WitnessAddress {

  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final int LONGEST = 200;
  private static final String ASK = "/add-checkpoint";

  private WitnessAddress() {}

  /** The address as it is kept, without a slash at its end; empty if it is none that is taken. */
  static Optional<String> parse(String typed) {
    if (typed.length() > LONGEST || !typed.matches("https?://[A-Za-z0-9.:\\[\\]-]+(/[!-~]*)?")) {
      return Optional.empty();
    }
    try {
      var address = URI.create(typed);
      var host = address.getHost();
      if (host == null
          || address.getRawUserInfo() != null
          || address.getRawQuery() != null
          || address.getRawFragment() != null
          || typed.contains("..")
          || address.getPort() == 0
          || (address.getScheme().equals("http") && !HERE.contains(host))) {
        return Optional.empty();
      }
      return Optional.of(typed.replaceAll("/+$", ""));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  /**
   * Where the question goes.
   *
   * @throws IOException if the name now leads somewhere that no witness is
   */
  static URI toAsk(String address) throws IOException {
    var uri = URI.create(address + ASK);
    var host = uri.getHost();
    if (!HERE.contains(host)) {
      for (var one : InetAddress.getAllByName(host)) {
        if (one.isLoopbackAddress()
            || one.isLinkLocalAddress()
            || one.isAnyLocalAddress()
            || one.isMulticastAddress()) {
          throw new IOException("no address of another house");
        }
      }
    }
    return uri;
  }
}
