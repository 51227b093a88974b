package org.vigie.imports.contacts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vigie.imports.ExportReader;
import org.vigie.imports.Flag;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.MessageSink;
import org.vigie.imports.ReadOptions;
import org.vigie.imports.ReadReport;
import org.vigie.imports.Source;
import org.vigie.imports.tally.Item;
import org.vigie.imports.tally.Records;
import org.vigie.imports.tally.Times;
import org.vigie.imports.text.Encoding;
import org.vigie.imports.text.Lines;

/**
 * Contact cards, vCard 2.1 to 4.0: one message a card, its lines unfolded and decoded. A card says
 * nothing of when it was made or by whom, so neither is known. Pictures and keys in it are left in
 * the source and flagged.
 */
public final class VCardReader implements ExportReader {

  private static final String BEGIN = "begin:vcard";

  @Override
  public String format() {
    return "vcard";
  }

  @Override
  public boolean foremost() {
    return false;
  }

  @Override
  public boolean recognises(byte[] head) {
    var text = new String(head, 0, Math.min(head.length, 400), StandardCharsets.UTF_8);
    if (Encoding.of(head) != Encoding.UTF_8) {
      text = text.replace("\0", "");
    }
    return text.replaceAll("^[^\\p{Alpha}]{0,20}", "").toLowerCase(Locale.ROOT).startsWith(BEGIN);
  }

  @Override
  public ReadReport read(Source source, ReadOptions options, MessageSink sink)
      throws ImportRefused, IOException {
    var records = new Records(options, sink, false);
    var longest = options.limits().messageBytes();
    byte[] head;
    try (var in = source.open(0)) {
      head = in.readNBytes(400);
    }
    try (var in = source.open(0)) {
      var lines = new Lines(in, Encoding.of(head), source.length(), longest);
      new Cards(lines, records, longest).read();
    }
    return records.finish("vcard", source.length(), Times.CERTAIN);
  }

  /** Walks over the lines of one file. */
  private static final class Cards {
    private final Lines lines;
    private final Records records;
    private final int longest;
    private @Nullable Item card;
    private final StringBuilder text = new StringBuilder();
    private @Nullable Property open;
    private long blockStart = -1;
    private long blockLine;
    private boolean cut;

    private Cards(Lines lines, Records records, int longest) {
      this.lines = lines;
      this.records = records;
      this.longest = longest;
    }

    private void read() throws IOException {
      while (lines.next()) {
        var line = lines.text();
        var bare = line.strip().toLowerCase(Locale.ROOT);
        if (bare.equals(BEGIN)) {
          begin();
        } else if (card == null) {
          outside(bare);
        } else if (bare.equals("end:vcard")) {
          end();
        } else {
          inside(line);
        }
      }
      if (card != null) {
        records.tally().warn("line " + lines.number() + ": the last card has no end");
        end();
      }
      unparsed(lines.start());
    }

    private void begin() throws IOException {
      if (card != null) {
        records.tally().warn("line " + lines.number() + ": a card begins within another");
        end();
      }
      unparsed(lines.start());
      records.frame(lines.start());
      card = new Item(lines.start(), lines.number()).flag(Flag.CONTACT);
      text.setLength(0);
      cut = false;
    }

    private void outside(String line) {
      if (!line.isEmpty() && blockStart < 0) {
        blockStart = lines.start();
        blockLine = lines.number();
      }
    }

    private void unparsed(long until) throws IOException {
      if (blockStart >= 0) {
        records.block(blockStart, until, blockLine, "text between contact cards");
        blockStart = -1;
      }
    }

    private void inside(String line) {
      cut |= lines.wasCut();
      var before = open;
      if (before != null && before.goesOn(line)) {
        before.more(line);
        return;
      }
      close();
      open = new Property(line);
    }

    private void close() {
      var property = open;
      open = null;
      var item = card;
      if (property == null || item == null) {
        return;
      }
      if (property.isBinary()) {
        item.flag(Flag.EMBEDDED);
        return;
      }
      var shown = property.shown();
      if (shown.isEmpty()) {
        return;
      }
      if (text.length() + shown.length() > longest) {
        cut = true;
        return;
      }
      text.append(text.isEmpty() ? "" : "\n").append(shown);
    }

    private void end() throws IOException {
      close();
      var item = card;
      card = null;
      if (item != null) {
        records.add(item.says(text.toString()).flagIf(cut, Flag.CUT));
      }
    }
  }
}
