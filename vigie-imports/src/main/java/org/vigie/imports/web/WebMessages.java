package org.vigie.imports.web;

import java.io.IOException;
import org.vigie.imports.Flag;
import org.vigie.imports.tally.Item;
import org.vigie.imports.tally.Times;
import org.vigie.imports.text.PageText;

/** Saved answers as messages. */
final class WebMessages {

  private final Times times;
  private final int most;

  WebMessages(Times times, int longest) {
    this.times = times;
    this.most = Math.min(longest, PageText.MOST);
  }

  /** The answer whose record begins at {@code at} and whose header was just read. */
  Item item(WarcHeader header, WarcInput in, long at, long number) throws IOException {
    var address = header.field("warc-target-uri").replaceAll("^<|>$", "");
    var item = new Item(at, number).at(times.instant(header.field("warc-date"))).in(address);
    var kept = in.bytes((int) Math.min(most, header.length()));
    var whole = kept.length == header.length();
    var answer =
        header.isHttp()
            ? HttpAnswer.parse(kept, most)
            : new HttpAnswer("", header.field("content-type"), kept, "", false);
    item.says(address).also(answer.status());
    if (!answer.isText()) {
      return item.embedded(address.isEmpty() ? answer.type() : address);
    }
    item.also(answer.unreadable());
    if (answer.unreadable().isEmpty()) {
      var words = answer.words();
      item.also(words.isEmpty() ? "" : "\n" + words);
    }
    return item.flagIf(!whole || answer.cut(), Flag.CUT);
  }
}
