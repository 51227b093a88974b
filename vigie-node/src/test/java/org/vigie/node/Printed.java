package org.vigie.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** What a browser puts on paper of a page: all but what the style sheet keeps off it. */
public final class Printed {

  private static final Pattern RULE = Pattern.compile("([^{}]*)\\{ display: none; }");
  private static final Pattern CLASS = Pattern.compile("\\.([a-z-]+)");
  private static final Pattern TAG =
      Pattern.compile("<(/?)([a-z][a-z0-9]*)((?:\"[^\"]*\"|[^>\"])*)>");
  private static final Pattern CLASSES = Pattern.compile("(?:^|\\s)class=\"([^\"]*)\"");

  private Printed() {}

  /** The page at {@code path}, without what is not printed. */
  public static TestBrowser.Answer of(TestBrowser browser, String path) {
    var page = browser.get(path);
    assertThat(page.status()).isEqualTo(200);
    var hidden = hidden(browser.get("/assets/vigie.css").body());
    return new TestBrowser.Answer(200, paper(page.body(), hidden), page.headers());
  }

  /** Classes that are shown nowhere on paper. */
  private static Set<String> hidden(String css) {
    var rule = RULE.matcher(css.substring(css.indexOf("@media print")));
    assertThat(rule.find()).as("the style sheet hides something from paper").isTrue();
    var hidden = new HashSet<String>();
    CLASS.matcher(rule.group(1)).results().forEach(found -> hidden.add(found.group(1)));
    assertThat(hidden).contains("no-print");
    return hidden;
  }

  private static String paper(String body, Set<String> hidden) {
    var paper = new StringBuilder();
    var from = 0;
    var within = "";
    var depth = 0;
    var tags = TAG.matcher(body);
    while (tags.find()) {
      var name = tags.group(2);
      var opens = tags.group(1).isEmpty();
      if (depth > 0 && name.equals(within)) {
        depth += opens ? 1 : -1;
        from = tags.end();
      } else if (depth == 0 && opens && hides(tags.group(3), hidden)) {
        paper.append(body, from, tags.start());
        within = name;
        depth = 1;
      }
    }
    assertThat(depth).as("what is hidden ends").isZero();
    return paper.append(body, from, body.length()).toString();
  }

  private static boolean hides(String attributes, Set<String> hidden) {
    var classes = CLASSES.matcher(attributes);
    return classes.find()
        && Arrays.stream(classes.group(1).split(" ", -1)).anyMatch(hidden::contains);
  }
}
