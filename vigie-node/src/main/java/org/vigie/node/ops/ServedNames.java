package org.vigie.node.ops;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The host names a node answers to. Protects against pages of others that point a name of theirs at
 * this machine (DNS rebinding) and would then read the node as if it were their own site; does not
 * protect against a network that answers for a name that is served, for which there is TLS or an
 * onion service. Numeric addresses and {@code localhost} are always served: no page of others can
 * have them as its own.
 *
 * @param plain names reached without TLS, or with TLS that browsers do not see (onion services)
 * @param tls names that browsers reach over TLS: their cookies are Secure, and they are told to
 *     come back over TLS only
 */
public record ServedNames(Set<String> plain, Set<String> tls) {

  /** This machine only. */
  public static final ServedNames NONE = new ServedNames(Set.of(), Set.of());

  private static final Pattern BETWEEN = Pattern.compile("[,\\s]+");
  private static final String TLS = "https://";
  private static final String PLAIN = "http://";
  private static final Pattern NAME =
      Pattern.compile(
          "(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*");
  private static final Pattern NUMERIC =
      Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|\\[[0-9a-f:.]+]");

  /** Copies both. */
  public ServedNames {
    plain = Set.copyOf(plain);
    tls = Set.copyOf(tls);
  }

  /**
   * Reads names that a person wrote, with commas or spaces between them; {@code https://} before a
   * name says that browsers reach it over TLS.
   *
   * @throws IllegalArgumentException if one is no host name
   */
  public static ServedNames read(String text) {
    var plain = new TreeSet<String>();
    var tls = new TreeSet<String>();
    for (var written : BETWEEN.split(text.toLowerCase(Locale.ROOT), -1)) {
      if (!written.isEmpty()) {
        var secure = written.startsWith(TLS);
        var name =
            written.substring(
                secure ? TLS.length() : written.startsWith(PLAIN) ? PLAIN.length() : 0);
        (secure ? tls : plain)
            .add(named(name.endsWith("/") ? name.substring(0, name.length() - 1) : name));
      }
    }
    return new ServedNames(plain, tls);
  }

  private static String named(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("no host name");
    }
    return name;
  }

  /** The same and {@code name}, unless it is numeric anyway or no name at all. */
  public ServedNames and(String name) {
    var small = name.toLowerCase(Locale.ROOT);
    if (!NAME.matcher(small).matches()) {
      return this;
    }
    var more = new TreeSet<>(plain);
    more.add(small);
    return new ServedNames(more, tls);
  }

  /**
   * Whether a request for {@code host} is for this node.
   *
   * @param host name or address without port, as the request has it; blank if it named none, which
   *     no browser does
   */
  public boolean serves(String host) {
    var name = plainly(host);
    return name.isEmpty()
        || name.equals("localhost")
        || NUMERIC.matcher(name).matches()
        || plain.contains(name)
        || tls.contains(name);
  }

  /** Whether browsers reach {@code host} over TLS. */
  public boolean overTls(String host) {
    return tls.contains(plainly(host));
  }

  private static String plainly(String host) {
    var name = host.strip().toLowerCase(Locale.ROOT);
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }
}
