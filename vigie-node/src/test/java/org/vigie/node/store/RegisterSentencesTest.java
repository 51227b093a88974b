package org.vigie.node.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every refusal of a register has its three sentences in both languages. */
class RegisterSentencesTest {

  private static final Pattern KEY =
      Pattern.compile("(?:Refused|about)\\([^;]*?\"(register\\.[a-z-]+)\"");

  private static Properties sentences(String language) throws Exception {
    var name = "/messages/register_" + language + ".properties";
    var found = new Properties();
    try (var in =
        Objects.requireNonNull(RegisterSentencesTest.class.getResourceAsStream(name), name)) {
      found.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return found;
  }

  @Test
  void every_refusal_says_what_happened_what_was_kept_and_what_to_do() throws Exception {
    var keys = new TreeSet<String>();
    try (var sources = Files.walk(Path.of("../vigie-register/src/main/java"))) {
      for (var file : sources.filter(Files::isRegularFile).toList()) {
        KEY.matcher(Files.readString(file)).results().forEach(found -> keys.add(found.group(1)));
      }
    }
    assertThat(keys).hasSizeGreaterThan(20);
    for (var language : new String[] {"en", "fr"}) {
      var known = sentences(language).stringPropertyNames();
      for (var key : keys) {
        assertThat(known).contains(key, key + ".kept", key + ".do");
      }
    }
  }
}
