package org.vigie.bench.reading;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Writes an invented chat as a phone exports it, the same for the same number of messages: short
 * and long texts in several scripts, some of several lines, some media.
 */
final class Chat {

  private static final DateTimeFormatter HEAD =
      DateTimeFormatter.ofPattern("'['dd/MM/uuuu, HH:mm:ss'] '", Locale.ROOT);
  private static final List<String> AUTHORS =
      List.of("Lamp Keeper", "+852 5555 0134", "Swallow", "ھېلىمە", "+33 6 39 98 01 22");
  private static final List<String> TEXTS =
      List.of(
          "ok",
          "See you at the café at six?",
          "Tu as vu la salle ? Elle est presque prête, il manque les chaises.",
          "ياخشىمۇسىز، بۈگۈن كېچىدە نېمە پىلانىڭىز بار؟",
          "今天晚上你在哪里？我在门口等你。",
          "བཀྲ་ཤིས་བདེ་ལེགས། ཁྱེད་རང་སྐུ་གཟུགས་བདེ་པོ་ཡིན་པས།",
          "Я позвоню завтра утром, как договорились.",
          "I was called again by the same number. He knew where my sister works and said that it"
              + " would be better for everyone if I stopped going to the evenings at the café.",
          "https://example.org/programme?evening=12 look at the second page");
  private static final int LINES_ONE_IN = 20;
  private static final int MEDIA_ONE_IN = 30;

  private Chat() {}

  /** Writes {@code messages} messages into {@code file}. */
  static void write(Path file, int messages) throws IOException {
    var random = new SplittableRandom(20260115);
    var time = LocalDateTime.of(2021, 1, 15, 8, 0);
    try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      for (var i = 0; i < messages; i++) {
        time = time.plusSeconds(random.nextInt(1, 240));
        out.append(HEAD.format(time)).append(one(AUTHORS, random)).append(": ");
        body(out, random, i);
        out.append('\n');
      }
    }
  }

  private static void body(Writer out, SplittableRandom random, int number) throws IOException {
    if (random.nextInt(MEDIA_ONE_IN) == 0) {
      out.append("\u200E<attached: ").append(String.valueOf(number)).append("-PHOTO.jpg>");
      return;
    }
    out.append(one(TEXTS, random));
    while (random.nextInt(LINES_ONE_IN) == 0) {
      out.append('\n').append(one(TEXTS, random));
    }
  }

  private static String one(List<String> list, SplittableRandom random) {
    return list.get(random.nextInt(list.size()));
  }
}
