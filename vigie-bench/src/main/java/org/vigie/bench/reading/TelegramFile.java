package org.vigie.bench.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.vigie.imports.Source;

/**
 * An invented {@code result.json} of Telegram Desktop of any size that never lies anywhere: its
 * bytes are written while they are read, the same for the same place. Every record is as long as
 * any other, so that each place can be found.
 */
final class TelegramFile implements Source {

  private static final byte[] HEAD =
      bytes(
          """
          {
           "name": "Swallow",
           "type": "personal_chat",
           "id": 4242,
           "messages": [
          """);
  private static final byte[] TAIL = bytes("{\"id\": 0}\n ]\n}\n");
  private static final int RECORD = 640;
  private static final int RECORDS_AT_ONCE = 256;
  private static final int STEP_SECONDS = 37;
  private static final List<String> TEXTS =
      List.of(
          "\"ok\"",
          "\"Tu as vu la salle ? Elle est presque prête, il manque les chaises.\"",
          "\"ياخشىمۇسىز، بۈگۈن كېچىدە نېمە پىلانىڭىز بار؟\"",
          "[\"look at \", {\"type\": \"link\", \"text\": \"https://example.org/programme\"},"
              + " \"!\"]",
          "\"I was called again by the same number. He knew where my sister works.\"",
          "\"今天晚上你在哪里？\\n我在门口等你。\"");

  private final long records;

  /** Of {@code size} bytes or a few more. */
  TelegramFile(long size) {
    this.records = Math.max(1, (size - HEAD.length - TAIL.length) / RECORD + 1);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** How many messages it holds, the last without anything in it. */
  long messages() {
    return records + 1;
  }

  @Override
  public long length() {
    return HEAD.length + records * RECORD + TAIL.length;
  }

  @Override
  public InputStream open(long offset) throws IOException {
    var stream = new Stream();
    stream.skipNBytes(offset);
    return stream;
  }

  /** Writes {@code messages} messages into {@code file}, without the blanks. */
  static void write(Path file, int messages) throws IOException {
    try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      out.write(new String(HEAD, StandardCharsets.UTF_8));
      for (var i = 0; i < messages; i++) {
        var json = json(i);
        out.write(i < messages - 1 ? json : json.substring(0, json.length() - 1));
        out.write('\n');
      }
      out.write(" ]\n}\n");
    }
  }

  /** A record, filled up with blanks to the length of all. */
  private static void record(long number, byte[] into, int at) {
    var json = bytes(json(number));
    System.arraycopy(json, 0, into, at, json.length);
    Arrays.fill(into, at + json.length, at + RECORD - 1, (byte) ' ');
    into[at + RECORD - 1] = '\n';
  }

  private static String json(long number) {
    var second = 1_500_000_000L + number % 40_000_000L * STEP_SECONDS / 40;
    var date = LocalDateTime.ofEpochSecond(second + 3600, 0, ZoneOffset.UTC);
    return String.format(
        Locale.ROOT,
        """
        {"id": %d, "type": "message", "date": "%s", "date_unixtime": "%d", "from": "%s",\
         "from_id": "user%d", "text": %s},\
        """,
        number + 1,
        date,
        second,
        number % 3 == 0 ? "Swallow" : "Lamp Keeper",
        number % 3,
        TEXTS.get((int) (number % TEXTS.size())));
  }

  private final class Stream extends InputStream {
    private final byte[] piece = new byte[RECORD * RECORDS_AT_ONCE];
    private long next = -1;
    private int at;
    private int end;

    private boolean more() {
      if (at < end) {
        return true;
      }
      at = 0;
      end = 0;
      if (next < 0) {
        System.arraycopy(HEAD, 0, piece, 0, HEAD.length);
        end = HEAD.length;
        next = 0;
      } else if (next < records) {
        var count = (int) Math.min(RECORDS_AT_ONCE, records - next);
        for (var i = 0; i < count; i++) {
          record(next++, piece, i * RECORD);
        }
        end = count * RECORD;
      } else if (next == records) {
        System.arraycopy(TAIL, 0, piece, 0, TAIL.length);
        end = TAIL.length;
        next++;
      }
      return end > 0;
    }

    @Override
    public int read() {
      return more() ? piece[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] b, int offset, int length) {
      if (length == 0) {
        return 0;
      }
      if (!more()) {
        return -1;
      }
      var n = Math.min(length, end - at);
      System.arraycopy(piece, at, b, offset, n);
      at += n;
      return n;
    }
  }
}
