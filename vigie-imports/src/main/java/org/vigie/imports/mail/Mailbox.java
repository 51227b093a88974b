package org.vigie.imports.mail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.imports.tally.Item;
import org.vigie.imports.tally.Records;
import org.vigie.imports.tally.Times;
import org.vigie.imports.text.Lines;

/** Goes over the lines of a file and parts the messages in it. */
final class Mailbox {

  private static final Pattern FROM =
      Pattern.compile("From \\S{0,300} .{0,60}\\d{1,2}:\\d{2}(:\\d{2})?.{0,30}\\d{4}.{0,20}");

  private final Lines lines;
  private final Records records;
  private final Times times;
  private final int longest;
  private final DkimKeys keys;
  private final AttachmentPlace attachment;
  private @Nullable MailParts mail;
  private boolean page;

  Mailbox(
      Lines lines,
      Records records,
      Times times,
      int longest,
      DkimKeys keys,
      AttachmentPlace attachment) {
    this.lines = lines;
    this.records = records;
    this.times = times;
    this.longest = longest;
    this.keys = keys;
    this.attachment = attachment;
  }

  /** Whether a line parts two messages of a mailbox. */
  static boolean isFrom(String line) {
    return line.startsWith("From ") && FROM.matcher(line).matches();
  }

  /** The same for its bytes. */
  static boolean parts(byte[] line) {
    return line.length > 5 && line[0] == 'F' && isFrom(latin(line));
  }

  /** Reads everything; what it is: eml, mbox or mhtml. */
  String read() throws IOException {
    var box = false;
    var afterBlank = true;
    while (lines.next()) {
      var bytes = lines.bytes();
      var from = afterBlank && parts(bytes);
      if (from && (mail == null || box)) {
        box = true;
        end();
        records.frame(lines.start());
        mail = begin();
      } else {
        if (mail == null) {
          mail = begin();
        }
        mail.line(box ? unescaped(bytes) : bytes, lines);
      }
      afterBlank = bytes.length == 0;
    }
    end();
    return box ? "mbox" : page ? "mhtml" : "eml";
  }

  private MailParts begin() {
    var item = new Item(lines.start(), lines.number());
    return new MailParts(records, times, longest, item, new Dkim(keys), attachment);
  }

  private void end() throws IOException {
    if (mail != null) {
      page = mail.end(lines.start());
      mail = null;
    }
  }

  /** A line {@code >From} in a mailbox was {@code From} (mboxrd). */
  static byte[] unescaped(byte[] line) {
    if (line.length < 6 || line[0] != '>') {
      return line;
    }
    var at = 0;
    while (at < line.length && line[at] == '>') {
      at++;
    }
    var rest = new String(line, at, Math.min(5, line.length - at), StandardCharsets.ISO_8859_1);
    return rest.equals("From ") ? Arrays.copyOfRange(line, 1, line.length) : line;
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, 0, Math.min(bytes.length, 500), StandardCharsets.ISO_8859_1);
  }
}
