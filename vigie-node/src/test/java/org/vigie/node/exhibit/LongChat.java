package org.vigie.node.exhibit;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** An export of many messages in two scripts, with silences. */
final class LongChat {

  private LongChat() {}

  static byte[] of(int count) {
    var text = new StringBuilder();
    var format = DateTimeFormatter.ofPattern("dd/MM/yyyy, HH:mm", Locale.ROOT);
    var time = LocalDateTime.of(2019, 1, 15, 8, 0);
    for (var i = 1; i <= count; i++) {
      text.append(format.format(time)).append(" - ").append(i % 3 == 0 ? "A" : "B").append(": ");
      text.append(i % 50 == 0 ? "<Media omitted>" : "word " + i + " بالىلىرىڭنى ئويلا، جىم تۇر");
      text.append('\n');
      time = time.plusMinutes(i % 777 == 0 ? 20_000 : i % 90);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
