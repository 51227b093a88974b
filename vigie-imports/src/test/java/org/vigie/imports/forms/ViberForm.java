package org.vigie.imports.forms;

import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.vigie.imports.DateOrder;
import org.vigie.imports.Flag;
import org.vigie.imports.ReadOptions;

/**
 * Chats of Viber.
 *
 * @param date a pattern
 * @param order of the date
 * @param half whether the clock has twelve hours
 */
record ViberForm(String date, DateOrder order, boolean half) implements ExportForm {

  /** Every order of the date and both clocks. */
  static List<ExportForm> all() {
    var all = new ArrayList<ExportForm>();
    for (var half : new boolean[] {false, true}) {
      all.add(new ViberForm("dd/MM/yyyy", DateOrder.DMY, half));
      all.add(new ViberForm("M/d/yy", DateOrder.MDY, half));
      all.add(new ViberForm("dd.MM.yyyy", DateOrder.DMY, half));
      all.add(new ViberForm("yyyy-MM-dd", DateOrder.YMD, half));
    }
    return all;
  }

  @Override
  public String group() {
    return "viber";
  }

  @Override
  public String name() {
    return date.replace("/", "-").replace(".", "_") + (half ? "-12" : "-24");
  }

  @Override
  public Document write(RandomGenerator random, int size) {
    var stamp =
        DateTimeFormatter.ofPattern(date + (half ? ",h:mm:ss a," : ",HH:mm:ss,"), Locale.ENGLISH);
    var out = new StringBuilder();
    var messages = new ArrayList<Written>();
    for (var one : Invented.texts(random, size)) {
      var me = random.nextInt(3) == 0;
      var at = Objects.requireNonNull(one.at());
      var name = me ? "Me" : String.valueOf(one.author());
      messages.add(me ? Written.text(at, name, one.text()).flagged(Flag.OUTGOING) : one);
      out.append(stamp.format(at)).append(Cells.quoted(name)).append(",+1 555 0100,");
      out.append(Cells.quoted(one.text())).append("\r\n");
    }
    var told = ReadOptions.NONE.withDateOrder(order);
    return new Document(out.toString(), StandardCharsets.UTF_8, told, messages);
  }
}
