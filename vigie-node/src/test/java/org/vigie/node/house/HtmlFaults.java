package org.vigie.node.house;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a browser would have to mend in a page (HTML Living Standard, 13.1 and content models): what
 * it mends it may mend otherwise than we meant, for example by dropping a form within a form.
 */
final class HtmlFaults {

  private static final Pattern TAG =
      Pattern.compile("<(/?)([a-z][a-z0-9]*)((?:\\s+[^\\s=>\"]+(?:=\"[^\"]*\")?)*)\\s*>");
  private static final Pattern ATTRIBUTE = Pattern.compile("\\s([^\\s=>\"]+)(?:=\"([^\"]*)\")?");
  private static final Set<String> VOID =
      Set.of("area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr");
  private static final Set<String> PHRASING_ONLY =
      Set.of(
          "p", "h1", "h2", "h3", "h4", "span", "strong", "b", "em", "label", "button", "bdi",
          "summary");
  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "div",
          "ul",
          "ol",
          "dl",
          "table",
          "form",
          "section",
          "article",
          "fieldset",
          "h1",
          "h2",
          "h3",
          "h4",
          "main",
          "nav",
          "header",
          "footer",
          "pre",
          "figure",
          "details",
          "blockquote");
  private static final Set<String> INTERACTIVE =
      Set.of("a", "button", "input", "select", "textarea", "summary", "label");

  private final List<String> faults = new ArrayList<>();
  private final ArrayDeque<String> open = new ArrayDeque<>();
  private final Set<String> ids = new HashSet<>();
  private final Set<String> named = new HashSet<>();

  private HtmlFaults() {}

  /** One line for each fault; none for a page that needs no mending. */
  static List<String> of(String page) {
    var check = new HtmlFaults();
    var tags = TAG.matcher(page);
    while (tags.find()) {
      if (tags.group(1).isEmpty()) {
        check.opens(tags.group(2), tags.group(3));
      } else {
        check.closes(tags.group(2));
      }
    }
    check.open.forEach(tag -> check.faults.add("never closed: " + tag));
    check.named.removeAll(check.ids);
    check.named.forEach(id -> check.faults.add("named and not there: " + id));
    return check.faults;
  }

  private void opens(String tag, String attributes) {
    attributes(tag, attributes);
    if (tag.equals("form") && open.contains("form")) {
      faults.add("a form within a form");
    }
    if (BLOCKS.contains(tag)) {
      open.stream()
          .filter(PHRASING_ONLY::contains)
          .filter(around -> !around.equals("summary") || !tag.startsWith("h"))
          .forEach(around -> faults.add(tag + " within " + around));
    }
    if (INTERACTIVE.contains(tag) && (open.contains("a") || open.contains("button"))) {
      faults.add(tag + " within a link or button");
    }
    var around = open.peek();
    if (around != null && Set.of("ul", "ol").contains(around) && !tag.equals("li")) {
      faults.add(tag + " within " + around);
    }
    if (!VOID.contains(tag)) {
      open.push(tag);
    }
  }

  private void attributes(String tag, String attributes) {
    var seen = new HashSet<String>();
    var all = ATTRIBUTE.matcher(attributes);
    while (all.find()) {
      var name = all.group(1);
      if (!seen.add(name)) {
        faults.add(tag + " has " + name + " twice");
      }
      if (name.equals("id") && !ids.add(all.group(2))) {
        faults.add("two have the id " + all.group(2));
      }
      if (Set.of("for", "form", "aria-labelledby", "aria-describedby").contains(name)) {
        named.addAll(List.of(all.group(2).strip().split("\\s+", -1)));
      }
    }
  }

  private void closes(String tag) {
    if (VOID.contains(tag) || !tag.equals(open.peek())) {
      faults.add("</" + tag + "> where " + open.peek() + " is open");
    }
    if (open.contains(tag)) {
      while (!tag.equals(open.pop())) {
        // What lies within ends with it.
      }
    }
  }
}
