package org.vigie.imports.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.vigie.imports.ExportReader;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.MessageSink;
import org.vigie.imports.ReadOptions;
import org.vigie.imports.ReadReport;
import org.vigie.imports.Source;
import org.vigie.imports.tally.Records;
import org.vigie.imports.tally.Times;
import org.vigie.imports.text.Encoding;
import org.vigie.imports.text.Lines;

/**
 * E-mail as it travelled (RFC 5322, RFC 2045): one message in a file, or a mailbox of many (mbox).
 * A message gives its headers whole and its words, then one message for each attachment. A page
 * saved as MHTML (RFC 2557) is such a message. Who sent it is what it says; signatures of mail
 * servers are checked only with keys that the options bring.
 */
public final class MailReader implements ExportReader {

  private static final Pattern HEADER = Pattern.compile("([!-9;-~]{1,100}):.*");
  private static final Set<String> TELLING =
      Set.of(
          "received",
          "from",
          "date",
          "message-id",
          "subject",
          "to",
          "return-path",
          "delivered-to",
          "mime-version",
          "dkim-signature",
          "x-received",
          "content-type");
  private static final int LONGEST_LINE = 64 * 1024;
  private static final int ENOUGH = 3;

  @Override
  public String format() {
    return "mail";
  }

  @Override
  public boolean foremost() {
    return false;
  }

  @Override
  public boolean recognises(byte[] head) {
    if (Encoding.of(head) != Encoding.UTF_8) {
      return false;
    }
    var in = new ByteArrayInputStream(head);
    try {
      return recognises(new Lines(in, Encoding.UTF_8, head.length, LONGEST_LINE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A first line {@code From}, then lines that are all headers, three of them of mail. */
  private static boolean recognises(Lines lines) throws IOException {
    var seen = new HashSet<String>();
    var first = true;
    while (lines.next()) {
      var line = lines.text();
      if (first && Mailbox.isFrom(line)) {
        continue;
      }
      if (line.isEmpty()) {
        break;
      }
      var folded = line.startsWith(" ") || line.startsWith("\t");
      var header = HEADER.matcher(line);
      if (header.matches()) {
        seen.add(header.group(1).toLowerCase(Locale.ROOT));
      } else if (first || !folded) {
        break;
      }
      first = false;
    }
    seen.retainAll(TELLING);
    return seen.size() >= ENOUGH && seen.contains("from");
  }

  @Override
  public ReadReport read(Source source, ReadOptions options, MessageSink sink)
      throws ImportRefused, IOException {
    var records = new Records(options, sink, false);
    var longest = options.limits().messageBytes();
    String format;
    try (var in = source.open(0)) {
      var lines = new Lines(in, Encoding.UTF_8, source.length(), longest);
      var keys = new DkimKeys(options.mailKeys());
      var none = new AttachmentPlace(-1);
      format = new Mailbox(lines, records, new Times(options), longest, keys, none).read();
    }
    return records.finish(format, source.length(), Times.CERTAIN);
  }
}
