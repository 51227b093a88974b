package org.vigie.matching.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.vigie.testkit.Trials;

class PersonNamesPropertyTest {

  @Test
  void whatever_is_given_as_a_name_is_read_or_left() {
    Trials.forAll(
        40,
        (random, size) -> {
          var name = PersonNames.read(anything(random, size));
          name.ifPresent(read -> assertThat(read.sounds()).matches("[a-z]{5,}"));
        });
  }

  private static String anything(RandomGenerator random, int size) {
    var text = new StringBuilder();
    for (var i = 0; i < size; i++) {
      text.appendCodePoint(
          switch (random.nextInt(7)) {
            case 0 -> random.nextInt('a', 'z' + 1);
            case 1 -> random.nextInt(0xC0, 0x180);
            case 2 -> random.nextInt(0x400, 0x530);
            case 3 -> random.nextInt(0x600, 0x700);
            case 4 -> random.nextInt(0xF00, 0xFD0);
            case 5 -> random.nextInt(0x4E00, 0x9FFF);
            default -> random.nextInt(Character.MAX_CODE_POINT);
          });
    }
    return text.toString();
  }

  @Test
  void S_57_what_shows_nothing_parts_nobody() throws IOException {
    for (var vector : PersonNamesTest.vectors()) {
      var name = vector[1];
      for (var at = 0; at <= name.length(); at++) {
        var hidden = name.substring(0, at) + "\u2060" + name.substring(at);
        assertThat(PersonNames.read(hidden)).as(name).isEqualTo(PersonNames.read(name));
      }
    }
  }
}
