package org.vigie.imports.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.vigie.imports.Message;
import org.vigie.imports.Reads;
import org.vigie.imports.Words;
import org.vigie.testkit.Trials;

class SmsPropertyTest {

  private static String attribute(String text) {
    var out = new StringBuilder();
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c < 0x20 || c == '"' || c == '<' || c == '&' || Character.isSurrogate(c)) {
        out.append("&#").append((int) c).append(';');
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  @Test
  void reads_back_what_the_program_wrote() {
    Trials.forAll(
        60,
        (random, size) -> {
          var texts = new ArrayList<String>();
          var times = new ArrayList<String>();
          var xml = new StringBuilder("<smses count='" + size + "'>");
          for (var i = 0; i < size; i++) {
            texts.add(Words.text(random));
            times.add(Long.toString(1_500_000_000_000L + random.nextInt()));
            xml.append(random.nextBoolean() ? "\n" : "")
                .append("<sms address='+1 555 0100' date='");
            xml.append(times.getLast()).append("' type=\"1\" body=\"");
            xml.append(attribute(texts.getLast())).append("\"/>");
          }
          var read = Reads.text(xml + "</smses>");
          assertThat(read.messages().stream().map(Message::text)).isEqualTo(texts);
          assertThat(read.messages().stream().map(m -> m.when().raw())).isEqualTo(times);
          assertThat(read.report().bytesUnparsed()).isZero();
        });
  }
}
