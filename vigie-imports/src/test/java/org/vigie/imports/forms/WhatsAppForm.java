package org.vigie.imports.forms;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.vigie.imports.Flag;
import org.vigie.imports.Kind;
import org.vigie.imports.ReadOptions;
import org.vigie.imports.Words;
import org.vigie.imports.whatsapp.PhraseRow;

/**
 * Chats of WhatsApp.
 *
 * @param language of the application
 * @param stamp of the phone
 * @param halves whether its clock has twelve hours
 * @param ios brackets, seconds and direction marks, or not
 */
record WhatsAppForm(String language, Stamp stamp, boolean halves, boolean ios)
    implements ExportForm {

  private static final Map<String, String> ENCRYPTED =
      Map.of(
          "en", "Messages and calls are end-to-end encrypted. Tap to learn more.",
          "fr", "Les messages et les appels sont chiffrés de bout en bout.",
          "ru", "Сообщения и звонки защищены сквозным шифрованием.",
          "tr", "Mesajlar ve aramalar uçtan uca şifrelidir.",
          "ar", "الرسائل والمكالمات مشفرة تمامًا بين الطرفين.",
          "fa", "پیام‌ها و تماس‌ها رمزگذاری سرتاسری شده‌اند.",
          "ur", "میسجز اور کالز اینڈ ٹو اینڈ انکرپٹڈ ہیں.",
          "zh", "消息和通话已进行端到端加密。");
  private static final String COLON_IN_NAME = "Ann: work";
  private static final int TOLD_FROM = 3;

  /** Every language, date, clock and platform. */
  static List<ExportForm> all() {
    var all = new ArrayList<ExportForm>();
    for (var language : ENCRYPTED.keySet().stream().sorted().toList()) {
      for (var stamp : Stamp.ALL) {
        for (var half : new boolean[] {false, true}) {
          all.add(new WhatsAppForm(language, stamp, half, false));
          all.add(new WhatsAppForm(language, stamp, half, true));
        }
      }
    }
    return all;
  }

  @Override
  public String group() {
    return "whatsapp-" + (ios ? "ios-" : "android-") + language;
  }

  @Override
  public String name() {
    return stamp.name() + (halves ? "-12" : "-24");
  }

  @Override
  public Document write(RandomGenerator random, int size) {
    var rows = PhraseRow.all().stream().filter(this::fits).toList();
    var colon = random.nextBoolean() && size >= TOLD_FROM;
    var messages = new ArrayList<Written>();
    var out = new StringBuilder(random.nextInt(4) == 0 ? "\uFEFF" : "");
    for (var time : Invented.times(random, size)) {
      var at = ios ? time : time.withSecond(0);
      var by = messages.size() < TOLD_FROM && colon ? COLON_IN_NAME : name(random, colon);
      messages.add(message(at, by, rows, random));
    }
    messages.replaceAll(one -> labelled(one, messages) ? unlabelled(one) : one);
    for (var one : messages) {
      out.append(head(Objects.requireNonNull(one.at())));
      out.append(one.author() == null ? pseudoAuthor(one) : one.author() + ": ");
      out.append(one.text()).append(ios ? "\r\n" : "\n");
    }
    var told = ReadOptions.NONE.withDateOrder(stamp.order());
    return new Document(out.toString(), StandardCharsets.UTF_8, told, messages);
  }

  private boolean fits(PhraseRow row) {
    return row.language().equals(language) && !row.place().equals(ios ? "android" : "ios");
  }

  private static String name(RandomGenerator random, boolean colon) {
    var name = Words.name(random);
    while (!colon && name.equals(COLON_IN_NAME)) {
      name = Words.name(random);
    }
    return name;
  }

  private String head(LocalDateTime at) {
    var written = stamp.write(at, halves, ios);
    return ios ? "[" + written + "] " : written + " - ";
  }

  /** Whether every line of its author goes on with the same words and a colon, as no name does. */
  private static boolean labelled(Written one, List<Written> messages) {
    var label = label(one);
    var all = messages.stream().filter(m -> Objects.equals(m.author(), one.author())).toList();
    return !label.isEmpty()
        && !COLON_IN_NAME.equals(one.author())
        && all.size() >= TOLD_FROM
        && all.stream().allMatch(m -> label(m).equals(label));
  }

  private static String label(Written one) {
    var line = one.text().lines().findFirst().orElse("");
    return one.kind() == Kind.TEXT ? line.substring(0, Math.max(0, line.indexOf(": "))) : "";
  }

  private static Written unlabelled(Written one) {
    return Written.text(one.at(), one.author(), "x y");
  }

  /** On iOS lines of the application stand under the name of the other side. */
  private String pseudoAuthor(Written one) {
    return one.flags().contains(Flag.PSEUDO_AUTHOR) ? "Nur: " : "";
  }

  private Written message(
      LocalDateTime at, String author, List<PhraseRow> rows, RandomGenerator random) {
    return switch (author.equals(COLON_IN_NAME) ? 9 : random.nextInt(10)) {
      case 0 -> system(at);
      case 1, 2, 3 -> phrase(at, author, rows.get(random.nextInt(rows.size())));
      default -> Written.text(at, author, Words.text(random));
    };
  }

  private Written system(LocalDateTime at) {
    var words = ENCRYPTED.getOrDefault(language, "");
    return ios
        ? new Written(at, null, Kind.SYSTEM, "\u200E" + words, null, List.of(Flag.PSEUDO_AUTHOR))
        : new Written(at, null, Kind.SYSTEM, words, null, List.of());
  }

  private Written phrase(LocalDateTime at, String author, PhraseRow row) {
    var words = (ios ? "\u200E" : "") + row.body();
    return new Written(at, author, row.kind(), words, file(row), row.flags());
  }

  private static @Nullable String file(PhraseRow row) {
    return !row.flags().contains(Flag.MISSING)
        ? null
        : row.body().contains("PHOTO") ? "1-PHOTO.jpg" : "IMG-1.jpg";
  }
}
