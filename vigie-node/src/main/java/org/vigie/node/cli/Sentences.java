package org.vigie.node.cli;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.Language;
import org.vigie.kernel.Refusal;

/**
 * The sentences of the command line, in the language of {@code VIGIE_LOCALE} or else of the
 * machine. Immutable and safe for use by several threads.
 */
final class Sentences {

  /** Bundles that keep sentences for refusals; a command may meet any of them. */
  private static final List<String> BUNDLES =
      List.of("cli", "refusals", "cage", "backup", "doctor");

  private final Properties sentences = new Properties();

  private Sentences(Locale locale) {
    for (var bundle : BUNDLES) {
      load(bundle + "_en.properties");
      if (locale.getLanguage().equals("fr")) {
        load(bundle + "_fr.properties");
      }
    }
  }

  static Sentences ofEnvironment() {
    return new Sentences(localeOfEnvironment());
  }

  static Locale localeOfEnvironment() {
    return locale(System.getenv("VIGIE_LOCALE"), Locale.getDefault());
  }

  /**
   * The locale to speak.
   *
   * @param chosen {@code fr}, {@code fr-FR} or {@code fr_FR.UTF-8}; null or blank if nobody chose
   */
  static Locale locale(@Nullable String chosen, Locale otherwise) {
    return chosen == null || chosen.isBlank()
        ? otherwise
        : Locale.forLanguageTag(chosen.strip().split("[-_.]", 2)[0]);
  }

  static Sentences of(Language language) {
    return new Sentences(Locale.forLanguageTag(language.tag()));
  }

  String of(Refusal refusal) {
    return of(refusal.key(), refusal.details().toArray());
  }

  String of(String key, Object... details) {
    var text = sentences.getProperty(key, key);
    for (var i = 0; i < details.length; i++) {
      text = text.replace("{" + i + "}", String.valueOf(details[i]));
    }
    return text;
  }

  private void load(String name) {
    try (var in = Sentences.class.getResourceAsStream("/messages/" + name)) {
      if (in != null) {
        sentences.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
