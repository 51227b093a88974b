package org.vigie.imports.forms;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.imports.DateOrder;
import org.vigie.imports.Flag;
import org.vigie.imports.Kind;
import org.vigie.imports.ReadOptions;

/**
 * Chats of LINE.
 *
 * @param language of the application
 * @param head how the file begins
 * @param day a pattern of the line that begins a day
 * @param time a pattern of the time of day
 * @param order of the date
 * @param photo what stands for a picture
 * @param place what stands for a place
 * @param missed what stands for a call nobody took
 * @param deleted what tells of words taken back
 */
record LineForm(
    Locale language,
    String head,
    String day,
    String time,
    DateOrder order,
    String photo,
    String place,
    String missed,
    String deleted)
    implements ExportForm {

  private static final String ENGLISH = "[LINE] Chat history with Ann\nSaved on: %s\n";
  private static final String JAPANESE = "[LINE] Annとのトーク履歴\n保存日時：%s\n";
  private static final String CHINESE = "[LINE] 與Ann的聊天記錄\n儲存日期：%s\n";
  private static final String THAI = "[LINE] ประวัติการแชทกับ Ann\nบันทึกเมื่อ %s\n";
  private static final String KOREAN = "[LINE] Ann님과의 대화\n저장한 날짜 : %s\n";

  /** Every language with each of its forms of the day and both clocks. */
  static List<ExportForm> all() {
    var all = new ArrayList<ExportForm>();
    for (var day : List.of("yyyy/MM/dd(EEE)", "yyyy.MM.dd EEEE")) {
      all.addAll(english(day, DateOrder.YMD));
      all.addAll(japanese(day));
      all.addAll(chinese(day));
      all.addAll(korean(day));
      all.add(thai(day));
    }
    all.addAll(english("EEE, M/d/yyyy", DateOrder.MDY));
    all.addAll(english("EEE, d/M/yyyy", DateOrder.DMY));
    all.addAll(japanese("yyyy年M月d日 EEEE"));
    all.addAll(korean("yyyy년 M월 d일 EEEE"));
    return all;
  }

  private static List<LineForm> english(String day, DateOrder order) {
    return both("HH:mm", "hh:mma")
        .map(t ->
            new LineForm(
                Locale.ENGLISH,
                ENGLISH,
                day,
                t,
                order,
                "[Photo]",
                "[Location]",
                "☎ Missed call",
                "Ann unsent a message."))
        .toList();
  }

  private static List<LineForm> japanese(String day) {
    return both("HH:mm", "ahh:mm")
        .map(t ->
            new LineForm(
                Locale.JAPANESE,
                JAPANESE,
                day,
                t,
                DateOrder.YMD,
                "[写真]",
                "[位置情報]",
                "☎ 不在着信",
                "Annがメッセージの送信を取り消しました"))
        .toList();
  }

  private static List<LineForm> chinese(String day) {
    return both("HH:mm", "ahh:mm")
        .map(t ->
            new LineForm(
                Locale.TRADITIONAL_CHINESE,
                CHINESE,
                day,
                t,
                DateOrder.YMD,
                "[照片]",
                "[位置訊息]",
                "☎ 未接來電",
                "Ann已收回訊息"))
        .toList();
  }

  private static List<LineForm> korean(String day) {
    return both("HH:mm", "a hh:mm")
        .map(t ->
            new LineForm(
                Locale.KOREAN,
                KOREAN,
                day,
                t,
                DateOrder.YMD,
                "[사진]",
                "[위치]",
                "☎ 부재중 통화",
                "Ann님이 메시지 전송을 취소했습니다"))
        .toList();
  }

  private static LineForm thai(String day) {
    return new LineForm(
        Locale.of("th"),
        THAI,
        day,
        "HH:mm",
        DateOrder.YMD,
        "[รูป]",
        "[ตำแหน่ง]",
        "☎ ไม่ได้รับสาย",
        "Ann ยกเลิกข้อความ");
  }

  private static Stream<String> both(String whole, String half) {
    return Stream.of(whole, half);
  }

  @Override
  public String group() {
    return "line-" + language.getLanguage();
  }

  @Override
  public String name() {
    var shape = day.startsWith("E") ? "weekday-" + order.text() : String.valueOf(day.charAt(4));
    var plain = shape.replace("/", "slash").replace(".", "dot");
    var ascii = plain.charAt(0) < 0x80 ? plain : "signs";
    return ascii + (time.startsWith("H") ? "-24" : "-12");
  }

  @Override
  public Document write(RandomGenerator random, int size) {
    var out = new StringBuilder(head.formatted("2026/01/20 12:00"));
    var messages = new ArrayList<Written>();
    @Nullable LocalDate before = null;
    for (var one : Invented.texts(random, size)) {
      var at = minute(one.at());
      if (!at.toLocalDate().equals(before)) {
        before = at.toLocalDate();
        out.append('\n').append(pattern(day).format(before)).append('\n');
      }
      var name = String.valueOf(one.author()).replace("\t", " ");
      var message = message(at, name, one.text(), random);
      messages.add(message);
      out.append(pattern(time).format(at)).append('\t');
      out.append(message.author() == null ? "" : name).append('\t');
      out.append(quoted(message.text())).append('\n');
    }
    var told = ReadOptions.NONE.withDateOrder(order);
    return new Document(out.toString(), StandardCharsets.UTF_8, told, messages);
  }

  private static LocalDateTime minute(@Nullable LocalDateTime at) {
    return at == null ? LocalDateTime.MIN : at.withSecond(0);
  }

  private DateTimeFormatter pattern(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, language);
  }

  private Written message(LocalDateTime at, String name, String text, RandomGenerator random) {
    return switch (random.nextInt(10)) {
      case 0 -> new Written(at, name, Kind.MEDIA, photo, null, List.of(Flag.OMITTED));
      case 1 -> Written.text(at, name, place).flagged(Flag.LOCATION);
      case 2 -> new Written(at, name, Kind.CALL, missed, null, List.of(Flag.MISSED));
      case 3 -> new Written(at, null, Kind.DELETED, deleted, null, List.of());
      default -> Written.text(at, name, text);
    };
  }

  private static String quoted(String text) {
    return text.contains("\n") ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
  }
}
