package org.vigie.node.exhibit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * A list of choices on a page.
 *
 * @param question what stands above it
 * @param choices the words of each code, in order; nothing chosen first, under no code
 */
record Offered(String question, Map<String, String> choices) {

  private static final Pattern OPTION =
      Pattern.compile("<option value=\"([^\"]*)\"[^>]*>([^<]*)</option>");

  /** The list {@code name} of a page, its spaces as in the bundles. */
  static Offered in(String page, String name) {
    var list =
        Pattern.compile(
                "(?s)<label for=\"f-NAME\">([^<]*)</label>(?:(?!</select>).)*<select[^>]* name=\"NAME\"[^>]*>(.*?)</select>"
                    .replace("NAME", name))
            .matcher(page.replaceAll("[\\u00a0\\u202f]", " "));
    assertThat(list.find()).as(name).isTrue();
    var choices = new LinkedHashMap<String, String>();
    OPTION.matcher(list.group(2)).results().forEach(one -> choices.put(one.group(1), one.group(2)));
    return new Offered(list.group(1), choices);
  }

  /** What people are told about exhibits in a language, by key. */
  static Properties words(String language) {
    var words = new Properties();
    var path = "/messages/exhibit_" + language + ".properties";
    try (var in = Objects.requireNonNull(Offered.class.getResourceAsStream(path))) {
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return words;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
