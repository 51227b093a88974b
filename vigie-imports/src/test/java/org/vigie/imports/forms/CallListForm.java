package org.vigie.imports.forms;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.vigie.imports.Flag;
import org.vigie.imports.Kind;

/** Backups of call logs in XML. */
record CallListForm() implements ExportForm {

  private static final List<String> WAYS =
      List.of("incoming", "outgoing", "missed", "voicemail", "rejected", "blocked");

  @Override
  public String group() {
    return "calls-xml";
  }

  @Override
  public String name() {
    return "calls";
  }

  @Override
  public Document write(RandomGenerator random, int size) {
    var messages = new ArrayList<Written>();
    var out = new StringBuilder("<calls count=\"" + size + "\">\n");
    for (var time : Invented.times(random, size)) {
      var at = Objects.requireNonNull(time);
      var way = random.nextInt(WAYS.size());
      var number = "+1 555 01" + (10 + random.nextInt(89));
      out.append("<call number=\"").append(number).append("\" duration=\"7\" date=\"");
      out.append(at.toEpochSecond(ZoneOffset.UTC)).append("000\" type=\"").append(way + 1);
      out.append("\" presentation=\"1\" contact_name=\"Ann\" />\n");
      var words = WAYS.get(way) + " duration=7";
      messages.add(
          new Written(
              at,
              way == 1 ? null : number,
              Kind.CALL,
              words,
              null,
              way == 1 ? List.of(Flag.OUTGOING) : way == 2 ? List.of(Flag.MISSED) : List.of()));
    }
    return new Document(out.append("</calls>\n").toString(), messages);
  }
}
