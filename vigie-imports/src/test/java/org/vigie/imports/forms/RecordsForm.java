package org.vigie.imports.forms;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;

/** Signal's messages, however they are laid out: a record each, and what stands around them. */
interface RecordsForm extends ExportForm {

  /** The file of {@code records}. */
  String around(List<String> records);

  /** The record of {@code one}, and in {@code to} what must be read of it. */
  String record(Written one, LocalDateTime at, List<Written> to, RandomGenerator random);

  /** Milliseconds since 1970, a few more than {@code at}. */
  static String millis(LocalDateTime at) {
    return at.toEpochSecond(ZoneOffset.UTC) + "123";
  }

  @Override
  default String group() {
    return "signal";
  }

  @Override
  default Document write(RandomGenerator random, int size) {
    var messages = new ArrayList<Written>();
    var records = new ArrayList<String>();
    for (var one : Invented.texts(random, size)) {
      records.add(record(one, Objects.requireNonNull(one.at()), messages, random));
    }
    return new Document(around(records), messages);
  }
}
