package org.vigie.node.ops;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.vigie.kernel.Language;

/** Reads {@link NodeSettings} from the environment and from {@code vigie.properties}. */
public final class SettingsReader {

  private static final String FILE = "vigie.properties";

  /** Keys of the file and the environment variable that goes before each, if there is one. */
  private static final Map<String, String> VARIABLES =
      Map.of(
          "http.port", "VIGIE_PORT",
          "http.names", "VIGIE_NAMES",
          "database.url", "VIGIE_DATABASE_URL",
          "blobs.url", "VIGIE_BLOBS",
          "share.socket", "VIGIE_SHARE",
          "share.account", "VIGIE_SHARE_ACCOUNT",
          "tsa.url", "VIGIE_TSA_URL",
          "locale", "VIGIE_LOCALE");

  private static final Set<String> KEYS =
      Set.of(
          "http.bind",
          "http.port",
          "http.names",
          "database.url",
          "blobs.url",
          "tsa.url",
          "locale",
          "share.hosts",
          "share.socket",
          "share.account",
          "leave.url",
          "session.idle",
          "session.absolute",
          "limits.file-bytes",
          "limits.account-bytes",
          "limits.field-bytes",
          "limits.parts");

  private final Map<String, String> values;

  private SettingsReader(Map<String, String> values) {
    this.values = values;
  }

  /** The home that {@code environment} names, or the default one below {@code userHome}. */
  public static Path home(Map<String, String> environment, Path userHome) {
    var named = environment.getOrDefault("VIGIE_HOME", "");
    return named.isBlank() ? userHome.resolve(".local/share/vigie") : Path.of(named);
  }

  /**
   * Reads the settings of the node that lives in {@code home}.
   *
   * @param environment the environment's variables
   * @throws SettingsRefused if a key is unknown or a value unusable
   * @throws IOException if {@code vigie.properties} exists and cannot be read
   */
  public static NodeSettings read(Path home, Map<String, String> environment)
      throws SettingsRefused, IOException {
    var values = new TreeMap<String, String>();
    for (var entry : file(home.resolve(FILE)).entrySet()) {
      var key = String.valueOf(entry.getKey());
      if (!KEYS.contains(key)) {
        throw new SettingsRefused("settings.unknown", key);
      }
      values.put(key, String.valueOf(entry.getValue()).strip());
    }
    VARIABLES.forEach((key, variable) -> {
      var value = environment.getOrDefault(variable, "");
      if (!value.isBlank()) {
        values.put(key, value.strip());
      }
    });
    return new SettingsReader(values).settings(home);
  }

  private static Properties file(Path file) throws IOException {
    var properties = new Properties();
    if (Files.exists(file)) {
      try (var reader = Files.newBufferedReader(file)) {
        properties.load(reader);
      }
    }
    return properties;
  }

  /** Several share hosts are prepared, and nobody independent has reviewed them yet. */
  private void oneShareHost() throws SettingsRefused {
    if (number("share.hosts", 1, 255) != 1) {
      throw refused("settings.share-hosts", "share.hosts");
    }
  }

  private NodeSettings settings(Path home) throws SettingsRefused {
    oneShareHost();
    return new NodeSettings(
        home,
        new NodeSettings.Http(
            text("http.bind", "127.0.0.1"), (int) number("http.port", 8484, 65535), names()),
        new NodeSettings.Stores(
            address("database.url", "settings.database", "jdbc:postgresql:"),
            address("blobs.url", "settings.blobs", "file:/"),
            address("share.socket", "settings.share-socket", "/"),
            text("share.account", "")),
        new NodeSettings.Sessions(
            duration("session.idle", Duration.ofMinutes(10)),
            duration("session.absolute", Duration.ofHours(2))),
        new NodeSettings.Limits(
            number("limits.file-bytes", 4L << 30, Long.MAX_VALUE),
            number("limits.account-bytes", 64L << 30, Long.MAX_VALUE),
            (int) number("limits.field-bytes", 10_000_000, 100_000_000),
            (int) number("limits.parts", 2000, 100_000)),
        locale(),
        leave(),
        timeStamps());
  }

  private String text(String key, String otherwise) {
    return values.getOrDefault(key, otherwise);
  }

  private long number(String key, long otherwise, long most) throws SettingsRefused {
    var text = text(key, Long.toString(otherwise));
    try {
      var number = Long.parseLong(text);
      if (number >= 0 && number <= most) {
        return number;
      }
    } catch (NumberFormatException malformed) {
      throw refused("settings.number", key, most);
    }
    throw refused("settings.number", key, most);
  }

  /** Blank, or an address that begins in one of these ways. */
  private String address(String key, String refusal, String... beginnings) throws SettingsRefused {
    var text = text(key, "");
    if (!text.isBlank() && Stream.of(beginnings).noneMatch(text::startsWith)) {
      throw refused(refusal, key);
    }
    return text;
  }

  /** Named as a person set it: in the file, or by its variable. */
  private static SettingsRefused refused(String refusal, String key, Object... details) {
    var variable = VARIABLES.get(key);
    var name = variable == null ? key : key + " (" + variable + ")";
    return new SettingsRefused(
        refusal, Stream.concat(Stream.of(name), Stream.of(details)).toArray());
  }

  private Duration duration(String key, Duration otherwise) throws SettingsRefused {
    try {
      var duration = Duration.parse(text(key, otherwise.toString()));
      if (duration.isPositive() && duration.compareTo(Duration.ofHours(24)) <= 0) {
        return duration;
      }
    } catch (DateTimeParseException malformed) {
      throw refused("settings.duration", key);
    }
    throw refused("settings.duration", key);
  }

  /** Accepts {@code fr}, {@code fr-FR} and {@code fr_FR.UTF-8}. */
  private Language locale() throws SettingsRefused {
    var named = text("locale", "en").split("[-_.]", 2)[0];
    return switch (named) {
      case "en", "C", "POSIX" -> Language.EN;
      case "fr" -> Language.FR;
      default -> throw refused("settings.locale", "locale");
    };
  }

  private ServedNames names() throws SettingsRefused {
    try {
      return ServedNames.read(text("http.names", ""));
    } catch (IllegalArgumentException malformed) {
      throw refused("settings.names", "http.names");
    }
  }

  private String timeStamps() throws SettingsRefused {
    var address = text("tsa.url", "").strip();
    if (!address.isEmpty() && !address.matches("https?://[A-Za-z0-9.:\\[\\]-]+(/[!-~]*)?")) {
      throw refused("settings.tsa", "tsa.url");
    }
    return address;
  }

  private URI leave() throws SettingsRefused {
    try {
      var address = URI.create(text("leave.url", "https://www.wikipedia.org/"));
      if ("https".equals(address.getScheme()) && address.getHost() != null) {
        return address;
      }
    } catch (IllegalArgumentException malformed) {
      throw refused("settings.https", "leave.url");
    }
    throw refused("settings.https", "leave.url");
  }
}
