package org.vigie.node.shell;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.vigie.kernel.Isolate;
import org.vigie.kernel.Language;

/**
 * The sentences of the pages, from {@code messages/<capability>_<language>.properties} (UTF-8).
 * {@code {0}} stands for the first detail; text details are isolated so that their writing
 * direction does not disturb the sentence. Apostrophes need no care. A key missing in a language is
 * shown in English.
 */
public final class Messages {

  private static final char LEFT_TO_RIGHT_ISOLATE = '\u2066';
  private static final char POP_ISOLATE = '\u2069';
  private static final String NO_BREAK_SPACE = "\u00a0";

  private final Map<Language, Map<String, String>> byLanguage;

  private Messages(Map<Language, Map<String, String>> byLanguage) {
    this.byLanguage = byLanguage;
  }

  /** Reads every bundle on the class path. */
  public static Messages load() {
    var byLanguage = new EnumMap<Language, Map<String, String>>(Language.class);
    try {
      var found =
          new PathMatchingResourcePatternResolver()
              .getResources("classpath*:messages/*.properties");
      for (var resource : found) {
        read(resource, byLanguage);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return new Messages(byLanguage);
  }

  private static void read(Resource resource, Map<Language, Map<String, String>> into)
      throws IOException {
    var name = String.valueOf(resource.getFilename());
    var tag = name.substring(name.lastIndexOf('_') + 1, name.length() - ".properties".length());
    var properties = new Properties();
    try (var reader = new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    var sentences = into.computeIfAbsent(Language.ofTag(tag), _ -> new TreeMap<>());
    var french = tag.equals(Language.FR.tag());
    properties.forEach((key, value) ->
        sentences.put((String) key, french ? french((String) value) : (String) value));
  }

  /** French sets a space before double signs; it must not begin a line with one. */
  private static String french(String sentence) {
    return sentence.replaceAll(" (?=[;:?!»])", NO_BREAK_SPACE).replace("« ", "«" + NO_BREAK_SPACE);
  }

  /**
   * The sentence {@code key} in {@code language}, filled in; the key itself if nobody wrote one.
   */
  public String text(Language language, String key, Object... details) {
    return fill(pattern(language, key), details);
  }

  /**
   * The sentence for a number of things: {@code key.one} or {@code key.other}, where {@code {0}} is
   * the number. French counts nought as singular.
   */
  public String count(Language language, String key, long number) {
    var one = number == 1 || (number == 0 && language == Language.FR);
    return text(language, key + (one ? ".one" : ".other"), number);
  }

  /** Whether {@code language} itself has {@code key}. */
  public boolean has(Language language, String key) {
    return sentences(language).containsKey(key);
  }

  /** Every key of {@code language}. */
  public Set<String> keys(Language language) {
    return Collections.unmodifiableSet(sentences(language).keySet());
  }

  private Map<String, String> sentences(Language language) {
    return byLanguage.getOrDefault(language, Map.of());
  }

  private String pattern(Language language, String key) {
    var own = sentences(language).get(key);
    if (own != null) {
      return own;
    }
    var english = sentences(Language.EN).getOrDefault(key, key);
    return "rtl".equals(language.direction())
        ? LEFT_TO_RIGHT_ISOLATE + english + POP_ISOLATE
        : english;
  }

  private static String fill(String pattern, Object... details) {
    var text = new StringBuilder(pattern.length() + 32);
    for (var i = 0; i < pattern.length(); i++) {
      var c = pattern.charAt(i);
      var slot =
          c == '{' && i + 2 < pattern.length() && pattern.charAt(i + 2) == '}'
              ? pattern.charAt(i + 1) - '0'
              : -1;
      if (slot >= 0 && slot < details.length) {
        append(text, details[slot]);
        i += 2;
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }

  private static void append(StringBuilder text, Object detail) {
    if (detail instanceof Number) {
      text.append(detail);
    } else {
      text.append(Isolate.of(String.valueOf(detail)));
    }
  }
}
