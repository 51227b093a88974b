package org.vigie.matching.identifier;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads links, also those written with {@code hxxp} and {@code [.]} so that nobody clicks them. */
final class Links {

  private static final Pattern PARTS =
      Pattern.compile(
          "(?:(?<scheme>[a-zA-Z][a-zA-Z0-9+.\\-]{1,9}):/{2,3})?(?:[^/?#@\\s]*@)?"
              + "(?<host>[^/?#:\\s]+)(?::(?<port>[0-9]{1,5}))?"
              + "(?<path>/[^?#\\s]*)?(?:\\?(?<query>[^#\\s]*))?(?:#\\S*)?");
  private static final Set<String> TRACKING =
      Set.of(
          "fbclid",
          "gclid",
          "dclid",
          "gbraid",
          "wbraid",
          "msclkid",
          "yclid",
          "igshid",
          "igsh",
          "mc_cid",
          "mc_eid",
          "_ga",
          "_gl",
          "ref_src",
          "ref_url",
          "si",
          "spm",
          "share_source",
          "share_medium",
          "share_id",
          "from_source",
          "feature",
          "mibextid",
          "twclid",
          "ttclid",
          "li_fat_id",
          "vero_id",
          "wickedid",
          "_hsenc",
          "_hsmi",
          "oly_anon_id",
          "oly_enc_id");
  private static final Set<String> TOO_COMMON =
      Set.of(
          "google.com",
          "youtube.com",
          "facebook.com",
          "instagram.com",
          "x.com",
          "twitter.com",
          "t.me",
          "telegram.org",
          "whatsapp.com",
          "wa.me",
          "weixin.qq.com",
          "wechat.com",
          "vk.com",
          "tiktok.com",
          "signal.org",
          "wikipedia.org",
          "bit.ly",
          "weibo.com",
          "baidu.com");

  private Links() {}

  static Reading read(String raw) {
    var text = Invisible.trimmed(raw);
    if (Invisible.within(text)) {
      return new Reading.Unreadable("identifier.invisible-characters");
    }
    var parts = PARTS.matcher(text.replace("[.]", ".").replace("[:]", ":"));
    if (!parts.matches() || !isWeb(parts.group("scheme"))) {
      return new Reading.Unreadable("identifier.malformed");
    }
    var host = host(parts.group("host"));
    if (host == null) {
      return new Reading.Unreadable("identifier.malformed");
    }
    var address =
        host + port(parts.group("port")) + path(parts.group("path")) + query(parts.group("query"));
    return TOO_COMMON.contains(address)
        ? new Reading.Unreadable("identifier.tells-nothing")
        : new Reading.Read(new Link(address));
  }

  private static boolean isWeb(@Nullable String scheme) {
    return scheme == null
        || Set.of("http", "https", "hxxp", "hxxps").contains(scheme.toLowerCase(Locale.ROOT));
  }

  private static @Nullable String host(String raw) {
    var host = Domains.ascii(raw);
    if (host == null || host.indexOf('.') < 0) {
      return null;
    }
    for (var mobile : new String[] {"www.", "m.", "mobile."}) {
      if (host.startsWith(mobile) && host.indexOf('.', mobile.length()) > 0) {
        return host.substring(mobile.length());
      }
    }
    return host;
  }

  private static String port(@Nullable String port) {
    return port == null || port.equals("80") || port.equals("443") ? "" : ":" + port;
  }

  private static String path(@Nullable String raw) {
    if (raw == null) {
      return "";
    }
    var path = percent(raw);
    while (path.endsWith("/")) {
      path = path.substring(0, path.length() - 1);
    }
    return path;
  }

  private static String query(@Nullable String raw) {
    if (raw == null) {
      return "";
    }
    var kept = new TreeSet<String>();
    for (var parameter : raw.split("&", -1)) {
      var equals = parameter.indexOf('=');
      var name = equals < 0 ? parameter : parameter.substring(0, equals);
      var lower = name.toLowerCase(Locale.ROOT);
      if (!name.isEmpty() && !TRACKING.contains(lower) && !lower.startsWith("utm_")) {
        kept.add(percent(parameter));
      }
    }
    return kept.isEmpty() ? "" : "?" + String.join("&", kept);
  }

  /** RFC 3986 §6.2.2: unreserved characters plain, everything else escaped in capitals. */
  private static String percent(String raw) {
    var normal = new StringBuilder(raw.length());
    for (var part : unescaped(raw)) {
      normal.append(part);
    }
    return normal.toString();
  }

  private static Iterable<String> unescaped(String raw) {
    var parts = new ArrayList<String>();
    var bytes = raw.getBytes(StandardCharsets.UTF_8);
    for (var i = 0; i < bytes.length; i++) {
      var value = bytes[i] & 0xFF;
      var escaped = value == '%' && i + 2 < bytes.length ? hex(bytes[i + 1], bytes[i + 2]) : -1;
      if (escaped >= 0) {
        i += 2;
        parts.add(isUnreserved(escaped) ? String.valueOf((char) escaped) : escape(escaped));
      } else {
        parts.add(value < 0x80 ? String.valueOf((char) value) : escape(value));
      }
    }
    return parts;
  }

  private static int hex(byte high, byte low) {
    var h = Character.digit(high, 16);
    var l = Character.digit(low, 16);
    return h < 0 || l < 0 ? -1 : (h << 4) | l;
  }

  private static String escape(int value) {
    return String.format(Locale.ROOT, "%%%02X", value);
  }

  private static boolean isUnreserved(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "-._~".indexOf(c) >= 0;
  }
}
