package org.vigie.imports.meta;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.imports.Flag;
import org.vigie.imports.Kind;
import org.vigie.imports.json.Json;
import org.vigie.imports.tally.Item;
import org.vigie.imports.tally.Tally;
import org.vigie.imports.tally.Times;

/**
 * One record as messages: the first with its words and first file, then one for each other file.
 */
final class MetaMessages {

  private static final List<String> FILES =
      List.of("photos", "videos", "audio_files", "gifs", "files", "media");
  private static final String INSTAGRAM = "your_instagram_activity";

  private final Times times;
  private long mended;
  private boolean instagram;

  MetaMessages(Times times) {
    this.times = times;
  }

  /** Whether a file lies where Instagram puts them. */
  boolean isInstagram() {
    return instagram;
  }

  void report(Tally tally) {
    tally.warnIf(
        mended > 0, mended + " messages had bytes of UTF-8 written one by one; put together again");
  }

  List<Item> items(Json.Members record) {
    var encrypted = record.has("senderName");
    var item = new Item(record.at(), record.line());
    var stamp = record.firstText("timestamp_ms", "timestamp");
    var time = record.number("timestamp_ms");
    var count = record.number("timestamp");
    var raw = stamp == null ? "" : stamp;
    item.at(time != null || count == null ? times.millis(time, raw) : times.count(count, raw));
    var author = record.firstText("sender_name", "senderName");
    var words = record.firstText("content", "text");
    if (encrypted) {
      item.by(author).says(words);
    } else {
      item.by(meant(author, null)).says(meant(words, item));
    }
    kind(record, item, encrypted);
    return files(record, item);
  }

  private @Nullable String meant(@Nullable String text, @Nullable Item item) {
    var better = text == null ? null : Mojibake.mended(text);
    if (better != null && item != null) {
      item.flag(Flag.MENDED);
      mended++;
    }
    return better == null ? text : better;
  }

  private void kind(Json.Members record, Item item, boolean encrypted) {
    var type = String.valueOf(record.firstText("type"));
    var share = record.object("share");
    if (share.has("link")) {
      item.also(share.text("link"));
      item.also(encrypted ? share.text("share_text") : meant(share.text("share_text"), item));
    }
    if (record.isTrue("is_unsent") || record.isTrue("isUnsent")) {
      item.is(Kind.DELETED);
    } else if (type.equals("Call") || record.has("call_duration")) {
      item.is(Kind.CALL).flagIf(record.isTrue("missed"), Flag.MISSED);
      var duration = record.text("call_duration");
      item.also(duration == null ? null : "call_duration=" + duration);
    } else if (type.equals("Subscribe") || type.equals("Unsubscribe")) {
      item.is(Kind.SYSTEM).by(null);
    } else if (type.equals("placeholder")) {
      item.is(Kind.UNKNOWN);
    }
  }

  private List<Item> files(Json.Members record, Item item) {
    var all = new ArrayList<Json.Members>();
    for (var key : FILES) {
      all.addAll(record.objects(key));
    }
    if (record.object("sticker").has("uri")) {
      all.add(record.object("sticker"));
    }
    all.removeIf(file -> file.firstText("uri") == null);
    all.sort(Comparator.comparingLong(Json.Members::at));
    var items = new ArrayList<Item>();
    items.add(item);
    for (var file : all) {
      var uri = String.valueOf(file.firstText("uri"));
      instagram |= uri.startsWith(INSTAGRAM);
      if (item.isWithoutFile()) {
        item.file(uri);
      } else {
        items.add(new Item(file.at(), file.line()).file(uri).like(item));
      }
    }
    return items;
  }
}
