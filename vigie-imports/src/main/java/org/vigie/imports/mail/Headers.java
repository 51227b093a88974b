package org.vigie.imports.mail;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.imports.Moment;
import org.vigie.imports.Precision;
import org.vigie.imports.tally.Times;
import org.vigie.imports.text.QuotedPrintable;

/** The headers of a message or of a part of one. */
final class Headers {

  private static final Pattern WORD =
      Pattern.compile("=\\?([^?*]{1,40})(?:\\*[^?]*)?\\?([BbQq])\\?([^? ]*)\\?=");
  private static final Pattern BETWEEN = Pattern.compile("(\\?=)\\s+(=\\?)");
  private static final Pattern COMMENT = Pattern.compile("\\s*\\([^()]{0,100}\\)\\s*$");

  private final Times times;
  private final int longest;
  private final StringBuilder whole = new StringBuilder();
  private final Map<String, String> first = new HashMap<>();
  private String name = "";
  private boolean cut;

  Headers(Times times, int longest) {
    this.times = times;
    this.longest = longest;
  }

  /** Empty headers for a part. */
  Headers forPart(int most) {
    return new Headers(times, most);
  }

  /** Takes a line; one that begins with a blank goes on with the header before. */
  void line(byte[] bytes) {
    var line = new String(bytes, StandardCharsets.UTF_8);
    if (whole.length() + line.length() > longest) {
      cut = true;
      return;
    }
    whole.append(whole.isEmpty() ? "" : "\n").append(line);
    if (line.startsWith(" ") || line.startsWith("\t")) {
      first.computeIfPresent(name, (n, value) -> value + " " + line.strip());
      return;
    }
    var colon = line.indexOf(':');
    name = colon < 0 ? "" : line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
    if (first.containsKey(name)) {
      name = ""; // later ones of a name do not speak for the message
    } else if (colon > 0) {
      first.put(name, line.substring(colon + 1).strip());
    }
  }

  /** All of them as they stand. */
  String whole() {
    return whole.toString();
  }

  boolean wasCut() {
    return cut;
  }

  @Nullable String from() {
    return decodedWords(first.get("from"));
  }

  /** Whether a browser saved a page so. */
  boolean isPage() {
    return first.containsKey("snapshot-content-location")
        || (first.getOrDefault("from", "").startsWith("<Saved by") && boundary() != null);
  }

  @Nullable String subject() {
    return decodedWords(first.get("subject"));
  }

  /** When it says it was sent, with its own offset. */
  Moment date() {
    var raw = first.getOrDefault("date", "");
    var text = COMMENT.matcher(raw).replaceFirst("").replaceAll("\\s+", " ").strip();
    text = text.replaceFirst("(?i)( UT| UTC| Z)$", " GMT");
    try {
      var at = OffsetDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
      if (at.getYear() >= 1 && at.getYear() <= 9999) {
        return new Moment(at.toLocalDateTime(), at.getOffset(), raw, Precision.SECOND);
      }
    } catch (DateTimeException notSo) {
      // Below: what cannot be read is shown as it stands.
    }
    return Moment.unknown(raw);
  }

  private String contentType() {
    return first.getOrDefault("content-type", "text/plain");
  }

  /** What it is, such as image/jpeg. */
  String type() {
    return contentType().split("[; ]", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  boolean isText() {
    return type().startsWith("text/plain") || isHtml() || type().isEmpty();
  }

  boolean isHtml() {
    return type().equals("text/html") || type().equals("application/xhtml+xml");
  }

  /** Whether its parts are the same in several ways of writing. */
  boolean isAlternative() {
    return type().equals("multipart/alternative");
  }

  boolean isAttachment() {
    var disposition = first.getOrDefault("content-disposition", "").toLowerCase(Locale.ROOT);
    return disposition.startsWith("attachment") || !isText();
  }

  /** What parts its parts; null when it has none. */
  @Nullable String boundary() {
    return type().startsWith("multipart/") ? parameter(contentType(), "boundary") : null;
  }

  /** Whether it bears the name of a file; the address of a page is none. */
  boolean isNamed() {
    var given = givenName();
    return given != null && !given.isBlank();
  }

  /** The name of its file, else its address. */
  @Nullable String fileName() {
    var given = givenName();
    return decodedWords(given == null ? first.get("content-location") : given);
  }

  private @Nullable String givenName() {
    var given = parameter(first.getOrDefault("content-disposition", ""), "filename");
    return given == null ? parameter(contentType(), "name") : given;
  }

  /** A parameter (RFC 2045, section 5.1; RFC 2231 without continuations). */
  private static @Nullable String parameter(String header, String key) {
    var pattern =
        Pattern.compile(
            "(?i)[; ]" + key + "(\\*?)\\s{0,5}=\\s{0,5}(?:\"([^\"]{0,500})\"|([^;\\s]{1,500}))");
    var found = pattern.matcher(header);
    if (!found.find()) {
      return null;
    }
    var value = found.group(2) == null ? found.group(3) : found.group(2);
    return found.group(1).isEmpty() ? value : extended(value);
  }

  /** {@code UTF-8''na%C3%AFve} (RFC 2231, section 4). */
  private static String extended(String value) {
    var parts = value.split("'", 3);
    if (parts.length < 3) {
      return value;
    }
    var escaped = parts[2].replace("=", "=3D").replace('%', '=');
    return QuotedPrintable.decode(escaped, charset(parts[0]));
  }

  /** Words such as {@code =?utf-8?Q?caf=C3=A9?=} (RFC 2047). */
  private static @Nullable String decodedWords(@Nullable String value) {
    if (value == null || !value.contains("=?")) {
      return value;
    }
    var joined = BETWEEN.matcher(value).replaceAll("$1$2");
    return WORD.matcher(joined)
        .replaceAll(found -> {
          var charset = charset(found.group(1));
          var base64 = found.group(2).equalsIgnoreCase("b");
          var text =
              base64
                  ? new String(base64(found.group(3).getBytes(StandardCharsets.UTF_8)), charset)
                  : QuotedPrintable.decode(found.group(3).replace('_', ' '), charset);
          return Matcher.quoteReplacement(text);
        });
  }

  /** How its bytes are written, lower case; empty when it says nothing. */
  String transferEncoding() {
    return first.getOrDefault("content-transfer-encoding", "").strip().toLowerCase(Locale.ROOT);
  }

  /** The words of a part. */
  String decoded(byte[] body) {
    var encoding = transferEncoding();
    var named = parameter(contentType(), "charset");
    var charset = named == null ? StandardCharsets.UTF_8 : charset(named);
    if (encoding.startsWith("base64")) {
      return new String(base64(body), charset).replace("\r\n", "\n");
    }
    if (encoding.startsWith("quoted-printable")) {
      var text = new String(body, StandardCharsets.UTF_8);
      return QuotedPrintable.decode(text, charset).replace("\r\n", "\n");
    }
    return new String(body, charset);
  }

  private static byte[] base64(byte[] body) {
    try {
      return Base64.getMimeDecoder().decode(body);
    } catch (IllegalArgumentException damaged) {
      return body;
    }
  }

  private static Charset charset(String name) {
    try {
      return Charset.forName(name.strip());
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return StandardCharsets.UTF_8;
    }
  }
}
