package org.vigie.imports.forms;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.vigie.imports.Flag;
import org.vigie.imports.Kind;
import org.vigie.imports.ReadOptions;
import org.vigie.imports.Words;

/**
 * Conversations of Messenger and Instagram.
 *
 * @param group of the two
 * @param encrypted the download of encrypted conversations, whose letters are whole
 * @param newestFirst in which order
 */
record MetaForm(String group, boolean encrypted, boolean newestFirst) implements ExportForm {

  static List<ExportForm> all() {
    var all = new ArrayList<ExportForm>();
    for (var newest : new boolean[] {true, false}) {
      all.add(new MetaForm("messenger", false, newest));
      all.add(new MetaForm("messenger", true, newest));
      all.add(new MetaForm("instagram", false, newest));
    }
    return all;
  }

  @Override
  public String name() {
    return (encrypted ? "encrypted" : "bytes") + (newestFirst ? "-newest" : "-oldest");
  }

  @Override
  public Document write(RandomGenerator random, int size) {
    var messages = new ArrayList<Written>();
    var records = new ArrayList<String>();
    for (var one : Invented.texts(random, size)) {
      records.add(encrypted ? whole(one, random, messages) : bytes(one, random, messages));
    }
    if (newestFirst) {
      Collections.reverse(records);
    }
    var people = encrypted ? "[\"Nur\",\"Ann\"]" : "[{\"name\":\"Nur\"},{\"name\":\"Ann\"}]";
    var text =
        "{\"participants\":"
            + people
            + (encrypted ? ",\"threadName\":\"Ann_1\"" : "")
            + ",\"messages\":[\n"
            + String.join(",\n", records)
            + "\n]"
            + (encrypted ? "}" : ",\"title\":\"Ann\",\"thread_path\":\"inbox\\/ann_1\"}");
    var told = ReadOptions.NONE.withFormat(group);
    return new Document(text, StandardCharsets.UTF_8, told, messages);
  }

  private static String bytes(Written one, RandomGenerator random, List<Written> messages) {
    var at = Objects.requireNonNull(one.at());
    var head =
        "{\"sender_name\":"
            + escaped(String.valueOf(one.author()))
            + ",\"timestamp_ms\":"
            + at.toEpochSecond(ZoneOffset.UTC)
            + "123,";
    return switch (random.nextInt(6)) {
      case 0 -> {
        messages.add(
            new Written(
                at, one.author(), Kind.MEDIA, one.text(), "a/1.jpg", List.of(Flag.MISSING)));
        yield head + "\"photos\":[{\"uri\":\"a/1.jpg\"}],\"content\":" + escaped(one.text()) + "}";
      }
      case 1 -> {
        messages.add(new Written(at, one.author(), Kind.DELETED, "", null, List.of()));
        yield head + "\"is_unsent\":true}";
      }
      case 2 -> {
        var words = one.text() + "\ncall_duration=0";
        messages.add(new Written(at, one.author(), Kind.CALL, words, null, List.of(Flag.MISSED)));
        yield head + "\"call_duration\":0,\"missed\":true,\"content\":" + escaped(one.text()) + "}";
      }
      default -> {
        messages.add(one);
        yield head + "\"content\":" + escaped(one.text()) + "}";
      }
    };
  }

  private static String whole(Written one, RandomGenerator random, List<Written> messages) {
    var at = Objects.requireNonNull(one.at());
    var unsent = random.nextInt(6) == 0;
    messages.add(unsent ? new Written(at, one.author(), Kind.DELETED, "", null, List.of()) : one);
    return "{\"isUnsent\":"
        + unsent
        + ",\"media\":[],\"reactions\":[],\"senderName\":"
        + Words.quoted(String.valueOf(one.author()), false)
        + ",\"text\":"
        + (unsent ? "\"\"" : Words.quoted(one.text(), false))
        + ",\"timestamp\":"
        + at.toEpochSecond(ZoneOffset.UTC)
        + "123,\"type\":\"text\"}";
  }

  /** Each byte of UTF-8 as a letter of its own. */
  private static String escaped(String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    return Words.quoted(new String(bytes, StandardCharsets.ISO_8859_1), true);
  }
}
