package org.vigie.node.exhibit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.imports.Flag;
import org.vigie.kernel.Language;
import org.vigie.node.shell.Messages;

/** What a reader of exports knows of a message has words, or nobody would ever see it. */
class FlagWordsTest {

  private final Messages messages = Messages.load();

  @ParameterizedTest
  @EnumSource(names = {"EN", "FR"})
  void every_flag_has_words_of_its_own(Language language) {
    var said = new HashSet<String>();
    for (var flag : Flag.values()) {
      var key = "exhibit.flag." + flag.text();
      assertThat(messages.has(language, key)).as(key).isTrue();
      assertThat(said.add(messages.text(language, key))).as(key).isTrue();
    }
  }
}
