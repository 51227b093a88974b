package org.vigie.imports.mail;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.vigie.imports.ImportLimits;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.ReadOptions;
import org.vigie.imports.Source;
import org.vigie.imports.tally.Records;
import org.vigie.imports.tally.Times;
import org.vigie.imports.text.Encoding;
import org.vigie.imports.text.Lines;

/** Takes attachments out of mail, each as it was before it travelled. */
public final class MailAttachments {

  private MailAttachments() {}

  /** Whether a document is mail. */
  public static boolean mayHold(byte[] head) {
    return new MailReader().recognises(head);
  }

  /**
   * Writes the attachment whose message begins at {@code at}.
   *
   * @throws ImportRefused {@code import.enclosed-missing} if none does
   * @throws IOException if bytes cannot be had or passed on
   */
  public static void copy(Source source, long at, OutputStream out)
      throws ImportRefused, IOException {
    var place = new AttachmentPlace(at);
    var longest = ImportLimits.USUAL.messageBytes();
    var times = new Times(ReadOptions.NONE);
    var records = new Records(ReadOptions.NONE, message -> {}, false);
    try (var in = source.open(0)) {
      var lines = new Lines(in, Encoding.UTF_8, source.length(), longest);
      new Mailbox(lines, records, times, longest, new DkimKeys(List.of()), place).read();
    }
    place.copy(source, out);
  }
}
