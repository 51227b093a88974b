package org.vigie.imports.forms;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.vigie.imports.DateOrder;
import org.vigie.imports.Flag;
import org.vigie.imports.Kind;
import org.vigie.imports.ReadOptions;

/**
 * Call logs as tables.
 *
 * @param language of the heading
 * @param heading number, date, time, type, duration
 * @param ways incoming, outgoing, missed
 * @param date a pattern
 * @param order of the date
 * @param separator between cells
 * @param charset of the file
 */
record CallTableForm(
    String language,
    List<String> heading,
    List<String> ways,
    String date,
    DateOrder order,
    char separator,
    Charset charset)
    implements ExportForm {

  private static final Charset UTF_16 = StandardCharsets.UTF_16LE;
  private static final List<String> SAID = List.of("incoming", "outgoing", "missed");

  /** Every language with its usual date, each separator and encoding. */
  static List<ExportForm> all() {
    var all = new ArrayList<ExportForm>();
    all.addAll(of("en", "Number,Date,Time,Type,Duration", "Incoming,Outgoing,Missed", "M/d/yyyy"));
    all.addAll(of("fr", "Numéro,Date,Heure,Type,Durée", "Entrant,Sortant,Manqué", "dd/MM/yyyy"));
    all.addAll(
        of(
            "ru",
            "Номер,Дата,Время,Тип,Длительность",
            "Входящий,Исходящий,Пропущенный",
            "dd.MM.yyyy"));
    all.addAll(of("tr", "Numara,Tarih,Saat,Tür,Süre", "Gelen,Giden,Cevapsız", "d.MM.yyyy"));
    all.addAll(of("ar", "رقم,التاريخ,الوقت,نوع,المدة", "واردة,صادرة,فائتة", "dd/MM/yyyy"));
    all.addAll(of("fa", "شماره,تاریخ,زمان,نوع تماس,مدت", "ورودی,خروجی,از دست رفته", "yyyy/MM/dd"));
    all.addAll(of("zh", "号码,日期,时间,类型,时长", "呼入,呼出,未接", "yyyy-MM-dd"));
    all.addAll(of("ja", "電話番号,日付,時刻,種類,通話時間", "着信,発信,不在着信", "yyyy/MM/dd"));
    all.addAll(
        of("de", "Nummer,Datum,Uhrzeit,Typ,Dauer", "Eingehend,Ausgehend,Verpasst", "dd.MM.yy"));
    return all;
  }

  private static List<CallTableForm> of(String language, String heading, String ways, String date) {
    var order =
        date.startsWith("y") ? DateOrder.YMD : date.startsWith("M") ? DateOrder.MDY : DateOrder.DMY;
    var all = new ArrayList<CallTableForm>();
    for (var separator : new char[] {',', ';', '\t'}) {
      for (var charset : List.of(StandardCharsets.UTF_8, UTF_16)) {
        all.add(
            new CallTableForm(
                language,
                List.of(heading.split(",")),
                List.of(ways.split(",")),
                date,
                order,
                separator,
                charset));
      }
    }
    return all;
  }

  @Override
  public String group() {
    return "calls-" + language;
  }

  @Override
  public String name() {
    var between = separator == ',' ? "comma" : separator == ';' ? "semicolon" : "tab";
    return between + (charset.equals(UTF_16) ? "-utf16" : "-utf8");
  }

  @Override
  public Document write(RandomGenerator random, int size) {
    var stamp = DateTimeFormatter.ofPattern(date + "'" + separator + "'HH:mm:ss", Locale.ROOT);
    var cell = String.valueOf(separator);
    var out = new StringBuilder("\uFEFF").append(String.join(cell, heading)).append("\r\n");
    var messages = new ArrayList<Written>();
    for (var one : Invented.texts(random, size)) {
      var way = random.nextInt(3);
      var at = Objects.requireNonNull(one.at());
      var number = "+1 555 01" + (10 + random.nextInt(89));
      var seconds = random.nextInt(500);
      messages.add(
          new Written(
              at,
              way == 1 ? null : number,
              Kind.CALL,
              SAID.get(way) + " duration=" + seconds,
              null,
              way == 1 ? List.of(Flag.OUTGOING) : way == 2 ? List.of(Flag.MISSED) : List.of()));
      out.append(
          String.join(cell, number, stamp.format(at), ways.get(way), Integer.toString(seconds)));
      out.append("\r\n");
    }
    var told = ReadOptions.NONE.withDateOrder(order);
    return new Document(out.toString(), charset, told, messages);
  }
}
