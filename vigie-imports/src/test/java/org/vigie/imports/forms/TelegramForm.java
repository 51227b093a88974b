package org.vigie.imports.forms;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.vigie.imports.Flag;
import org.vigie.imports.Kind;
import org.vigie.imports.Words;

/**
 * {@code result.json} of Telegram Desktop.
 *
 * @param account whether it holds every chat or one
 * @param ascii whether letters are escaped
 * @param seconds whether each message has its instant too
 */
record TelegramForm(boolean account, boolean ascii, boolean seconds) implements ExportForm {

  private static final ZoneOffset OFFSET = ZoneOffset.ofHours(2);

  /** One chat and whole accounts, old and new. */
  static List<ExportForm> all() {
    var all = new ArrayList<ExportForm>();
    for (var account : new boolean[] {false, true}) {
      for (var ascii : new boolean[] {false, true}) {
        all.add(new TelegramForm(account, ascii, true));
        all.add(new TelegramForm(account, ascii, false));
      }
    }
    return all;
  }

  @Override
  public String group() {
    return "telegram-json";
  }

  @Override
  public String name() {
    return (account ? "account" : "chat") + (ascii ? "-ascii" : "") + (seconds ? "" : "-old");
  }

  @Override
  public Document write(RandomGenerator random, int size) {
    var messages = new ArrayList<Written>();
    var records = new ArrayList<String>();
    for (var one : Invented.texts(random, size)) {
      records.add(record(one, random, messages));
    }
    var chat =
        "{\"name\":\"Nur\",\"type\":\"personal_chat\",\"id\":1,\"messages\":[\n"
            + String.join(",\n", records)
            + "\n]}";
    var all = account ? "{\"chats\":{\"about\":\"x\",\"list\":[" + chat + "]}}" : chat;
    return new Document(all, messages);
  }

  private String record(Written one, RandomGenerator random, List<Written> messages) {
    var at = Objects.requireNonNull(one.at());
    var from = ",\"from\":" + quoted(String.valueOf(one.author())) + ",\"from_id\":\"user7\"";
    return switch (random.nextInt(8)) {
      case 0 -> {
        var words = "phone_call discard_reason=missed";
        messages.add(new Written(at, one.author(), Kind.CALL, words, null, List.of(Flag.MISSED)));
        var actor = from.replace("from", "actor");
        yield head(at, "service")
            + actor
            + ",\"action\":\"phone_call\",\"discard_reason\":\"missed\",\"text\":\"\"}";
      }
      case 1 -> {
        messages.add(
            new Written(
                at, one.author(), Kind.MEDIA, one.text(), "photos/1.jpg", List.of(Flag.MISSING)));
        yield head(at, "message")
            + from
            + ",\"photo\":\"photos/1.jpg\",\"text\":"
            + quoted(one.text())
            + "}";
      }
      case 2 -> {
        messages.add(one.flagged(Flag.EDITED));
        yield head(at, "message")
            + from
            + ",\"edited\":\"2026-01-15T18:04:05\",\"text\":["
            + quoted(one.text().substring(0, 1))
            + ",{\"type\":\"bold\",\"text\":"
            + quoted(one.text().substring(1))
            + "}]}";
      }
      default -> {
        messages.add(one);
        yield head(at, "message") + from + ",\"text\":" + quoted(one.text()) + "}";
      }
    };
  }

  private String head(LocalDateTime at, String type) {
    var instant = ",\"date_unixtime\":\"" + at.toEpochSecond(OFFSET) + "\"";
    return "{\"id\":1,\"type\":\""
        + type
        + "\",\"date\":\""
        + Cells.second(at)
        + "\""
        + (seconds ? instant : "");
  }

  private String quoted(String text) {
    return Words.quoted(text, ascii);
  }
}
