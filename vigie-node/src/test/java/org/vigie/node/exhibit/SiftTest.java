package org.vigie.node.exhibit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.vigie.imports.ByteRange;
import org.vigie.imports.Kind;
import org.vigie.imports.Message;
import org.vigie.imports.Moment;
import org.vigie.imports.Precision;
import org.vigie.imports.json.MessageLines;
import org.vigie.register.ForgetfulJson;
import org.vigie.testkit.Trials;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class SiftTest {

  private static final JsonMapper JSON =
      ForgetfulJson.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();
  private static final List<Kind> KINDS = List.copyOf(EnumSet.allOf(Kind.class));
  private static final String LETTERS = "aBkKſéÉ知⼭山\"\\ \n\tىﻯئئﬁＡ🙂ß";

  private static byte[] line(String author, Kind kind, String text) throws IOException {
    var out = new ByteArrayOutputStream();
    var lines = new MessageLines(out, true);
    var when = LocalDateTime.of(2024, 2, 13, 10, 11);
    lines.accept(
        new Message(
            1,
            1,
            new Moment(when, null, "13/02/2024, 10:11", Precision.MINUTE),
            author,
            kind,
            text,
            null,
            List.of(),
            new ByteRange(0, 5)));
    lines.flush();
    return out.toByteArray();
  }

  @Test
  void a_glance_never_passes_over_what_is_wanted() {
    Trials.forAll(
        12,
        (random, size) -> {
          var text = letters(random.nextInt(size + 1), random);
          var author = "A" + letters(random.nextInt(4), random);
          var kind = KINDS.get(random.nextInt(KINDS.size()));
          var from = random.nextInt(text.length() + 1);
          var wanted = text.substring(Math.min(from, text.length()));
          var line = bytes(author, kind, text);
          var message = JSON.readValue(line, ReadMessage.class);
          for (var sift :
              List.of(
                  new Sift(author, "", ""),
                  new Sift("", message.kind(), ""),
                  new Sift("", "", wanted.toUpperCase(Locale.ROOT)),
                  new Sift(author, message.kind(), wanted))) {
            var glance = sift.glance();
            if (glance.decides()) {
              assertThat(glance.mayTake(line, line.length)).isEqualTo(sift.takes(message));
            } else if (sift.takes(message)) {
              assertThat(glance.mayTake(line, line.length)).as(new String(line, UTF_8)).isTrue();
            }
          }
        });
  }

  private static byte[] bytes(String author, Kind kind, String text) {
    try {
      return line(author, kind, text);
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static String letters(int count, RandomGenerator random) {
    var all = LETTERS.codePoints().toArray();
    var text = new StringBuilder();
    for (var i = 0; i < count; i++) {
      text.appendCodePoint(all[random.nextInt(all.length)]);
    }
    return text.toString();
  }

  @Test
  void a_glance_passes_over_what_cannot_be_wanted() {
    var line = bytes("Sister", Kind.TEXT, "Stop speaking");
    assertThat(new Sift("Bright Tea", "", "").glance().mayTake(line, line.length)).isFalse();
    assertThat(new Sift("", "media", "").glance().mayTake(line, line.length)).isFalse();
    assertThat(new Sift("", "", "mother").glance().mayTake(line, line.length)).isFalse();
    assertThat(new Sift("", "", "ئويلا").glance().mayTake(line, line.length)).isFalse();
    var uyghur = bytes("Sister", Kind.TEXT, "جىم تۇر");
    assertThat(new Sift("", "", "ئويلا").glance().mayTake(uyghur, uyghur.length)).isFalse();
    assertThat(new Sift("", "", "SPEAK").glance().mayTake(line, line.length)).isTrue();
  }
}
