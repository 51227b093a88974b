package org.vigie.node.shell;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The headers of one part (RFC 7578 section 4).
 *
 * @param field name of the form's field; empty if the part names none
 * @param fileName name of the file without folders; empty if none was chosen; null for a typed
 *     field
 * @param contentType the type the sender claims
 */
record PartHeaders(String field, @Nullable String fileName, String contentType) {

  private static final int LONGEST_NAME = 255;
  private static final Pattern NAME = Pattern.compile("(?:^|[;\\s])name=\"([^\"]*)\"");
  private static final Pattern FILE = Pattern.compile("(?:^|[;\\s])filename=\"([^\"]*)\"");

  static PartHeaders parse(String headers) {
    var disposition = "";
    var type = "application/octet-stream";
    for (var line : headers.split("\r\n", -1)) {
      var lower = line.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-disposition:")) {
        disposition = line.substring("content-disposition:".length());
      } else if (lower.startsWith("content-type:")) {
        type = line.substring("content-type:".length()).strip();
      }
    }
    var field = find(NAME, disposition);
    var file = find(FILE, disposition);
    return new PartHeaders(
        field == null ? "" : field, file == null ? null : withoutFolders(file), type);
  }

  /** Whether the part can be filed under a name of sane length. */
  boolean usable() {
    return !field.isEmpty() && field.length() <= LONGEST_NAME;
  }

  private static @Nullable String find(Pattern pattern, String text) {
    var matcher = pattern.matcher(text);
    return matcher.find() ? unquote(matcher.group(1)) : null;
  }

  /** Browsers write a quote in a name as %22 and line ends as %0D and %0A (WHATWG HTML 4.10). */
  private static String unquote(String text) {
    return text.replace("%22", "\"").replace("%0D", " ").replace("%0A", " ");
  }

  private static String withoutFolders(String name) {
    var last = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
    var bare = name.substring(last + 1).codePoints().filter(c -> !Character.isISOControl(c));
    var text =
        bare.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
    return text.length() <= LONGEST_NAME
        ? text.toString()
        : text.substring(text.length() - LONGEST_NAME);
  }
}
