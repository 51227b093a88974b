package org.vigie.node.ops;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.vigie.kernel.Language;

/**
 * Everything that can be set, checked once at the start. Each value comes from, in this order: an
 * option of the command line, the environment variable named below, {@code vigie.properties} in the
 * home, the default. No secret is ever a setting.
 *
 * @param home folder of the node ({@code VIGIE_HOME}; default {@code ~/.local/share/vigie})
 * @param http where it listens
 * @param stores where rows and blobs lie
 * @param sessions how long someone stays signed in
 * @param limits how much one request and one account may bring
 * @param locale language of the terminal and of pages for browsers that name none ({@code locale},
 *     {@code VIGIE_LOCALE}; default {@code en})
 * @param leave where Leave leads: a page of no interest ({@code leave.url}; default an
 *     encyclopaedia)
 * @param timeStamps RFC 3161 authority ({@code tsa.url}, {@code VIGIE_TSA_URL}); blank for none
 */
public record NodeSettings(
    Path home,
    Http http,
    Stores stores,
    Sessions sessions,
    Limits limits,
    Language locale,
    URI leave,
    String timeStamps) {

  /**
   * Where the node listens.
   *
   * @param bind address ({@code http.bind}; default 127.0.0.1, this machine only), or {@code unix:}
   *     and the path of a socket that the node's account and its group reach (the folder's group
   *     where that folder is setgid)
   * @param port TCP port ({@code http.port}, {@code VIGIE_PORT}; default 8484; 0 takes a free one)
   * @param names host names it answers to besides this machine's ({@code http.names}, {@code
   *     VIGIE_NAMES}; default none)
   */
  public record Http(String bind, int port, ServedNames names) {

    private static final String SOCKET = "unix:";

    /** The socket in the file system that it listens at instead of a port, if it does. */
    public Optional<Path> socket() {
      return bind.startsWith(SOCKET)
          ? Optional.of(Path.of(bind.substring(SOCKET.length())))
          : Optional.empty();
    }

    /** Every name it answers to: those that were set, and the one it listens on. */
    public ServedNames served() {
      return names.and(bind);
    }
  }

  /**
   * Where rows and blobs lie.
   *
   * @param database JDBC address ({@code database.url}, {@code VIGIE_DATABASE_URL}); blank for the
   *     embedded database in the home
   * @param blobs {@code file:} or {@code s3:} address ({@code blobs.url}, {@code VIGIE_BLOBS});
   *     blank for the folder {@code blobs} in the home
   * @param share socket of a share host that somebody else runs ({@code share.socket}, {@code
   *     VIGIE_SHARE}); blank for one of our own in the home
   * @param shareAccount account that has to answer at that socket ({@code share.account}, {@code
   *     VIGIE_SHARE_ACCOUNT}); blank for the one the node runs as
   */
  public record Stores(String database, String blobs, String share, String shareAccount) {}

  /**
   * How long someone stays signed in.
   *
   * @param idle without a request, until the session locks ({@code session.idle}; default PT10M)
   * @param absolute from sign-in, until it ends ({@code session.absolute}; default PT2H)
   */
  public record Sessions(Duration idle, Duration absolute) {}

  /**
   * How much one request and one account may bring.
   *
   * @param fileBytes size of one file ({@code limits.file-bytes}; default 4 GiB)
   * @param accountBytes all files of one account ({@code limits.account-bytes}; default 64 GiB)
   * @param fieldBytes size of one typed field ({@code limits.field-bytes}; default 10 MB)
   * @param parts parts of one upload ({@code limits.parts}; default 2000)
   */
  public record Limits(long fileBytes, long accountBytes, int fieldBytes, int parts) {}

  /** The same settings, listening on {@code bind} and {@code port}. */
  public NodeSettings listening(String bind, int port) {
    return new NodeSettings(
        home,
        new Http(bind, port, http.names()),
        stores,
        sessions,
        limits,
        locale,
        leave,
        timeStamps);
  }

  /** The same settings with other limits. */
  public NodeSettings limited(Limits limits) {
    return new NodeSettings(home, http, stores, sessions, limits, locale, leave, timeStamps);
  }
}
