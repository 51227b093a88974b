package org.vigie.imports.text;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words of a page of HTML as a reader sees them: no tags, no scripts, a line a block. Takes any
 * text, however broken its tags are; what it cannot take for a tag stays as it stands.
 */
public final class PageText {

  /** As many bytes of a page as are looked at. */
  public static final int MOST = 4 << 20;

  private static final Set<String> UNSEEN = Set.of("script", "style", "template", "svg");
  private static final Pattern ADDRESS =
      Pattern.compile("(?i)\\shref\\s{0,5}=\\s{0,5}[\"']?(https?:[^\"'\\s>]{1,2000})");
  private static final Set<String> BLOCKS =
      Set.of(
          "address",
          "article",
          "aside",
          "blockquote",
          "br",
          "dd",
          "div",
          "dl",
          "dt",
          "figcaption",
          "figure",
          "footer",
          "form",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "header",
          "hr",
          "li",
          "main",
          "nav",
          "ol",
          "option",
          "p",
          "pre",
          "section",
          "table",
          "title",
          "tr",
          "ul");
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("amp", "&"),
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("quot", "\""),
          Map.entry("apos", "'"),
          Map.entry("nbsp", "\u00A0"),
          Map.entry("shy", "\u00AD"),
          Map.entry("lrm", "\u200E"),
          Map.entry("rlm", "\u200F"),
          Map.entry("zwnj", "\u200C"),
          Map.entry("zwj", "\u200D"),
          Map.entry("hellip", "\u2026"),
          Map.entry("mdash", "\u2014"),
          Map.entry("ndash", "\u2013"),
          Map.entry("lsquo", "\u2018"),
          Map.entry("rsquo", "\u2019"),
          Map.entry("ldquo", "\u201C"),
          Map.entry("rdquo", "\u201D"),
          Map.entry("laquo", "\u00AB"),
          Map.entry("raquo", "\u00BB"),
          Map.entry("bull", "\u2022"),
          Map.entry("middot", "\u00B7"),
          Map.entry("euro", "\u20AC"),
          Map.entry("copy", "\u00A9"),
          Map.entry("agrave", "à"),
          Map.entry("acirc", "â"),
          Map.entry("auml", "ä"),
          Map.entry("ccedil", "ç"),
          Map.entry("eacute", "é"),
          Map.entry("Eacute", "É"),
          Map.entry("egrave", "è"),
          Map.entry("ecirc", "ê"),
          Map.entry("euml", "ë"),
          Map.entry("icirc", "î"),
          Map.entry("iuml", "ï"),
          Map.entry("ocirc", "ô"),
          Map.entry("ouml", "ö"),
          Map.entry("oelig", "œ"),
          Map.entry("ugrave", "ù"),
          Map.entry("ucirc", "û"),
          Map.entry("uuml", "ü"),
          Map.entry("szlig", "ß"));
  private static final int LONGEST_REFERENCE = 10;

  private final String page;
  private final boolean scripts;
  private final StringBuilder out = new StringBuilder();
  private int at;
  private String address = "";
  private int linkAt;
  private boolean leadsElsewhere;

  private PageText(String page, boolean scripts) {
    this.page = page;
    this.scripts = scripts;
  }

  /** The words of {@code page}; its title first. */
  public static String of(String page) {
    var one = new PageText(page, true);
    one.read();
    return one.words();
  }

  /** A page as mail programs show it, which run no scripts: what stands for them is seen. */
  public static PageText inMail(String page) {
    var one = new PageText(page, false);
    one.read();
    one.link(page.length());
    return one;
  }

  /** The words; the title first. */
  public String words() {
    return out.toString().strip();
  }

  /** Whether a word leads to an address that it does not show. */
  public boolean leadsElsewhere() {
    return leadsElsewhere;
  }

  private void read() {
    while (at < page.length()) {
      var c = page.charAt(at);
      if (c == '<') {
        tag();
      } else if (c == '&') {
        reference();
      } else {
        at++;
        put(c);
      }
    }
  }

  private void put(char c) {
    if (c > ' ' || c == 0) {
      out.append(c == 0 ? '\uFFFD' : c);
    } else if (!out.isEmpty() && out.charAt(out.length() - 1) > ' ') {
      out.append(' ');
    }
  }

  private void line() {
    while (!out.isEmpty() && out.charAt(out.length() - 1) == ' ') {
      out.setLength(out.length() - 1);
    }
    if (!out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
      out.append('\n');
    }
  }

  private void tag() {
    if (page.startsWith("<!--", at)) {
      at = after("-->", at + 4);
      return;
    }
    var name = at + 1;
    var closing = name < page.length() && page.charAt(name) == '/';
    name += closing ? 1 : 0;
    var end = name;
    while (end < page.length() && Character.isLetterOrDigit(page.charAt(end))) {
      end++;
    }
    var declaration = name < page.length() && "!?".indexOf(page.charAt(name)) >= 0;
    if (end == name && !declaration) {
      at++;
      out.append('<');
      return;
    }
    var word = page.substring(name, Math.min(end, name + 20)).toLowerCase(Locale.ROOT);
    at = endOfTag(end);
    if (word.equals("a")) {
      link(end);
    } else if (word.equals("td") || word.equals("th")) {
      put(' ');
    } else if (BLOCKS.contains(word)) {
      line();
    } else if (!closing && (UNSEEN.contains(word) || (scripts && word.equals("noscript")))) {
      unseen(word);
    }
  }

  /** A link begins or ends here; {@code from} is where the name of its tag ends. */
  private void link(int from) {
    var shown = out.substring(Math.min(linkAt, out.length())).strip();
    leadsElsewhere |= !address.isEmpty() && !address.contains(shown);
    var found = ADDRESS.matcher(page).region(from, at);
    address = found.find() ? found.group(1).replace("&amp;", "&") : "";
    linkAt = out.length();
  }

  /** Past the bracket; one within quotation marks does not count. */
  private int endOfTag(int from) {
    var quote = 0;
    for (var i = from; i < page.length(); i++) {
      var c = page.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if ((c == '"' || c == '\'') && page.charAt(i - 1) == '=') {
        quote = c;
      } else if (c == '>') {
        return i + 1;
      }
    }
    return page.length();
  }

  /** Up to the closing tag. */
  private void unseen(String word) {
    var ending = "</" + word;
    var end = at;
    while (end < page.length() && !page.regionMatches(true, end, ending, 0, ending.length())) {
      end++;
    }
    at = end == page.length() ? end : endOfTag(end);
  }

  private int after(String mark, int from) {
    var found = page.indexOf(mark, from);
    return found < 0 ? page.length() : found + mark.length();
  }

  private void reference() {
    var end = at + 1;
    while (end < page.length()
        && end - at <= LONGEST_REFERENCE
        && (Character.isLetterOrDigit(page.charAt(end)) || page.charAt(end) == '#')) {
      end++;
    }
    var word = page.substring(at + 1, end);
    var meant = word.startsWith("#") ? numbered(word) : NAMES.getOrDefault(word, "");
    if (meant.isEmpty()) {
      at++;
      out.append('&');
      return;
    }
    out.append(meant);
    at = end < page.length() && page.charAt(end) == ';' ? end + 1 : end;
  }

  private static String numbered(String word) {
    var hex = word.length() > 1 && (word.charAt(1) == 'x' || word.charAt(1) == 'X');
    try {
      var number = Integer.parseInt(word.substring(hex ? 2 : 1), hex ? 16 : 10);
      var seen = number >= ' ' && Character.isValidCodePoint(number);
      return seen && !(number >= 0xD800 && number <= 0xDFFF) ? Character.toString(number) : "";
    } catch (NumberFormatException e) {
      return "";
    }
  }
}
