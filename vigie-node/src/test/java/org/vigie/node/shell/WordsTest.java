package org.vigie.node.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.vigie.kernel.Language;

/** The sentences of the pages: complete in both languages, and nowhere but in the bundles. */
class WordsTest {

  private static final Path TEMPLATES = Path.of("src/main/jte");
  private static final Pattern KEY =
      Pattern.compile(
          "(?:frame\\.t|frame\\.count|Notice\\.(?:done|problem)|say)\\((?:visit, )?\"([a-z0-9.-]+)\"");
  private static final Pattern SLOT = Pattern.compile("\\{\\d\\}");

  private final Messages messages = Messages.load();

  @Test
  void are_complete_in_english_and_in_french() {
    assertThat(messages.keys(Language.FR)).isEqualTo(messages.keys(Language.EN));
  }

  @Test
  void name_the_same_details_in_both_languages() {
    for (var key : messages.keys(Language.EN)) {
      assertThat(slots(messages.text(Language.FR, key)))
          .as(key)
          .isEqualTo(slots(messages.text(Language.EN, key)));
    }
  }

  private static Set<String> slots(String text) {
    return SLOT.matcher(text)
        .results()
        .map(found -> found.group())
        .collect(java.util.stream.Collectors.toCollection(TreeSet::new));
  }

  @Test
  void a_partial_language_has_no_key_that_english_lacks() {
    assertThat(messages.keys(Language.EN)).containsAll(messages.keys(Language.UG));
    assertThat(messages.text(Language.UG, "shell.error.back"))
        .isEqualTo("\u2066Back to the start\u2069");
  }

  @Test
  void exist_for_every_key_that_templates_and_controllers_name() throws IOException {
    var missing = new TreeSet<String>();
    for (var file : files(Path.of("src/main"), ".jte", ".java")) {
      for (var found : KEY.matcher(Files.readString(file)).results().toList()) {
        var key = found.group(1);
        var counted = found.group().startsWith("frame.count");
        if (!key.endsWith(".") && !messages.has(Language.EN, counted ? key + ".other" : key)) {
          missing.add(file.getFileName() + ": " + key);
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void stand_in_no_template() throws IOException {
    var literal = new ArrayList<String>();
    for (var file : files(TEMPLATES, ".jte")) {
      for (var line : visible(Files.readString(file)).lines().toList()) {
        if (line.codePoints().filter(Character::isLetter).count() > 1) {
          literal.add(file + ": " + line.strip());
        }
      }
    }
    assertThat(literal).isEmpty();
  }

  /** What of a template would reach the page as it stands: no code, no tags, no expressions. */
  private static String visible(String template) {
    var text = withoutBalanced(withoutBalanced(template, "${", '{', '}'), "!{", '{', '}');
    text = text.replaceAll("(?m)^@(?:import|param) .*$", "");
    for (var word : List.of("@if(", "@elseif(", "@for(")) {
      text = withoutBalanced(text, word, '(', ')');
    }
    text = text.replaceAll("@template\\.[\\w.]+\\(", "@call(");
    text = text.replaceAll("@(?:else|endif|endfor)\\b", "");
    text = withoutArguments(text);
    return text.replaceAll("(?s)<[^>]*>", " ").replaceAll("&[a-z]+;", " ");
  }

  /** Cuts the argument lists of template calls, but keeps the content blocks inside them. */
  private static String withoutArguments(String text) {
    var kept = new StringBuilder();
    var inContent = new java.util.ArrayDeque<Boolean>();
    inContent.push(true);
    for (var i = 0; i < text.length(); i++) {
      if (text.startsWith("@call(", i)) {
        inContent.push(false);
        i += "@call(".length() - 1;
      } else if (text.startsWith("@`", i)) {
        inContent.push(true);
        i++;
      } else if (text.charAt(i) == '`' && inContent.size() > 1) {
        inContent.pop();
      } else if (text.charAt(i) == '(' && !inContent.getFirst()) {
        inContent.push(false);
      } else if (text.charAt(i) == ')' && !inContent.getFirst()) {
        inContent.pop();
      } else if (inContent.getFirst()) {
        kept.append(text.charAt(i));
      }
    }
    return kept.toString();
  }

  private static String withoutBalanced(String text, String start, char open, char close) {
    var kept = new StringBuilder();
    var at = 0;
    for (var from = text.indexOf(start); from >= 0; from = text.indexOf(start, at)) {
      kept.append(text, at, from);
      var depth = 1;
      var i = from + start.length();
      for (; i < text.length() && depth > 0; i++) {
        depth += text.charAt(i) == open ? 1 : text.charAt(i) == close ? -1 : 0;
      }
      at = i;
    }
    return kept.append(text.substring(at)).toString();
  }

  private static List<Path> files(Path folder, String... endings) throws IOException {
    try (var files = Files.walk(folder)) {
      return files
          .filter(file -> List.of(endings).stream().anyMatch(end -> file.toString().endsWith(end)))
          .sorted()
          .toList();
    }
  }
}
