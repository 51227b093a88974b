package org.vigie.imports.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vigie.imports.Reads;
import org.vigie.imports.Words;
import org.vigie.testkit.Trials;

class TelegramJsonPropertyTest {

  private record Written(@Nullable LocalDateTime at, @Nullable String author, String text) {}

  @Test
  void reads_back_what_the_application_wrote() {
    Trials.forAll(
        40,
        (random, size) -> {
          var offset = ZoneOffset.ofTotalSeconds(900 * (random.nextInt(96) - 48));
          var ascii = random.nextBoolean();
          var space = random.nextBoolean() ? "\n   " : "";
          var written = new ArrayList<Written>();
          var out = new ArrayList<String>();
          var at = LocalDateTime.of(2019, 1, 1, 0, 0);
          for (var i = 0; i < size; i++) {
            at = at.plusSeconds(random.nextInt(400_000));
            var one = new Written(at, Words.name(random), Words.text(random));
            written.add(one);
            out.add(message(one, offset, ascii, space, random));
          }
          var json =
              "{\"name\":"
                  + Words.quoted(Words.name(random), ascii)
                  + ",\"type\":\"personal_chat\",\"id\":1,"
                  + space
                  + "\"messages\":["
                  + String.join("," + space, out)
                  + space
                  + "]}";
          var read = Reads.text(json);
          assertThat(
                  read.messages().stream()
                      .map(m -> new Written(m.when().local(), m.author(), m.text())))
              .isEqualTo(written);
          assertThat(read.messages()).allMatch(m -> offset.equals(m.when().offset()));
          assertThat(read.report().bytesUnparsed()).isZero();
        });
  }

  private static String message(
      Written one, ZoneOffset offset, boolean ascii, String space, RandomGenerator random) {
    var at = Objects.requireNonNull(one.at());
    return "{\"id\":1,\"type\":\"message\","
        + space
        + "\"date\":\""
        + at
        + (at.getSecond() == 0 ? ":00" : "")
        + "\",\"date_unixtime\":\""
        + at.toEpochSecond(offset)
        + "\",\"from\":"
        + Words.quoted(Objects.requireNonNull(one.author()), ascii)
        + ",\"from_id\":\"user1\",\"text\":"
        + pieces(one.text(), ascii, random)
        + "}";
  }

  private static String pieces(String text, boolean ascii, RandomGenerator random) {
    if (random.nextBoolean()) {
      return Words.quoted(text, ascii);
    }
    var middle = 1;
    return "["
        + Words.quoted(text.substring(0, middle), ascii)
        + ",{\"type\":\"bold\",\"text\":"
        + Words.quoted(text.substring(middle), ascii)
        + "}]";
  }
}
