package org.vigie.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vigie.imports.detect.Exports;

/** One reading of a document, with the check that every byte is accounted for. */
public record Reads(List<Message> messages, ReadReport report) {

  /** Reads text in UTF-8. */
  public static Reads text(String text) throws IOException, ImportRefused {
    return bytes(text.getBytes(StandardCharsets.UTF_8), ReadOptions.NONE);
  }

  /** Reads text in UTF-8 with options. */
  public static Reads text(String text, ReadOptions options) throws IOException, ImportRefused {
    return bytes(text.getBytes(StandardCharsets.UTF_8), options);
  }

  /** Reads bytes with options. */
  public static Reads bytes(byte[] bytes, ReadOptions options) throws IOException, ImportRefused {
    var messages = new ArrayList<Message>();
    var report = Exports.read(new BytesSource(bytes), options, messages::add);
    assertThat(report.messages()).isEqualTo(messages.size());
    assertTiled(messages, report);
    return new Reads(messages, report);
  }

  /** Fails unless messages and unparsed blocks cover the source without gap or overlap. */
  public static void assertTiled(List<Message> messages, ReadReport report) {
    var ranges = new ArrayList<>(report.unparsed());
    messages.forEach(m -> ranges.add(m.range()));
    ranges.sort(Comparator.comparingLong(ByteRange::offset));
    var at = 0L;
    for (var range : ranges) {
      assertThat(range.offset()).isEqualTo(at);
      at = range.end();
    }
    assertThat(at).isEqualTo(report.bytes());
  }

  /** The only message. */
  public Message only() {
    assertThat(messages).hasSize(1);
    return messages.getFirst();
  }
}
