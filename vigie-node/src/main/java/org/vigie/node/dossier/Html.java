package org.vigie.node.dossier;

import org.vigie.kernel.Isolate;

/**
 * Writes one page of HTML that needs nothing but itself. Every text is escaped, and what is
 * isolated in it stands in an element of its own.
 */
final class Html {

  private static final String STYLE =
      "body{font:1rem/1.55 system-ui,sans-serif;max-width:46rem;margin:0 auto;padding:1rem;"
          + "color:#1a1a1a;background:#fff;overflow-wrap:anywhere}"
          + "h1,h2,h3{line-height:1.25}h2{margin-top:2.5rem;border-bottom:1px solid #bbb}"
          + "section{border-inline-start:3px solid #ccc;padding-inline-start:1rem;"
          + "margin-block:1.5rem}"
          + ".words{white-space:pre-wrap;unicode-bidi:plaintext;text-align:start}"
          + "blockquote{margin:.5rem 0;padding:.2rem 1rem;border-inline-start:3px solid #777}"
          + "code{font-family:ui-monospace,monospace;font-size:.85em;direction:ltr;"
          + "unicode-bidi:isolate}"
          + ".small{color:#555;font-size:.92em}a{color:#0b4f6c}"
          + "@media (prefers-color-scheme:dark){body{color:#eee;background:#161616}"
          + "a{color:#8cc8e6}.small{color:#bbb}}"
          + "@media print{body{max-width:none}section{break-inside:avoid}}";

  private final StringBuilder out = new StringBuilder();

  Html(String language, String title) {
    out.append("<!doctype html>\n<html lang=\"").append(escaped(language));
    out.append("\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ");
    out.append("style-src 'unsafe-inline'\">\n<title>").append(escaped(title));
    out.append("</title>\n<style>").append(STYLE).append("</style>\n</head>\n<body>\n");
  }

  Html heading(int level, String text) {
    return line("h" + level, "", text);
  }

  /** A heading that {@link #link} can lead to within the page. */
  Html heading(int level, String id, String text) {
    return line("h" + level, " id=\"" + escaped(id) + "\"", text);
  }

  Html paragraph(String text) {
    return text.isEmpty() ? this : line("p", "", text);
  }

  Html small(String text) {
    return text.isEmpty() ? this : line("p", " class=\"small\"", text);
  }

  /** Words of a person, whatever their direction. */
  Html words(String text, String language) {
    if (text.isEmpty()) {
      return this;
    }
    var lang = language.isEmpty() ? "" : " lang=\"" + escaped(language) + "\"";
    return element("blockquote", " class=\"words\" dir=\"auto\"" + lang, escaped(text));
  }

  Html code(String label, String value) {
    out.append("<p>").append(escaped(label)).append(" <code>").append(escaped(value));
    out.append("</code></p>\n");
    return this;
  }

  Html link(String address, String text) {
    out.append("<p><a href=\"").append(escaped(address)).append("\">").append(escaped(text));
    out.append("</a></p>\n");
    return this;
  }

  Html open(String tag) {
    out.append('<').append(tag).append(">\n");
    return this;
  }

  Html close(String tag) {
    out.append("</").append(tag).append(">\n");
    return this;
  }

  Html item(String text) {
    return line("li", "", text);
  }

  private Html line(String tag, String attributes, String text) {
    return element(tag, attributes, shielded(escaped(text)));
  }

  private Html element(String tag, String attributes, String content) {
    out.append('<').append(tag).append(attributes).append('>').append(content);
    out.append("</").append(tag).append(">\n");
    return this;
  }

  /** Isolates within others stay signs: they say which way the outer one runs. */
  private static String shielded(String text) {
    var shielded = new StringBuilder(text.length() + 32);
    var open = 0;
    for (var c : Isolate.balanced(text).toCharArray()) {
      if (Isolate.begins(c) && open++ == 0) {
        shielded.append("<bdi dir=\"auto\">");
      } else if (c == Isolate.POP && --open == 0) {
        shielded.append("</bdi>");
      } else {
        shielded.append(c);
      }
    }
    return shielded.toString();
  }

  /** The whole page. */
  String text() {
    return out + "</body>\n</html>\n";
  }

  private static String escaped(String text) {
    var safe = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            case '&' -> safe.append("&amp;");
            case '"' -> safe.append("&quot;");
            default -> {
              if (c >= ' ' || c == '\n' || c == '\t') {
                safe.appendCodePoint(c);
              }
            }
          }
        });
    return safe.toString();
  }
}
