package org.vigie.imports.detect;

import java.io.IOException;
import java.io.OutputStream;
import org.vigie.imports.ImportLimits;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.Source;
import org.vigie.imports.archive.ArchiveLimit;
import org.vigie.imports.archive.Budget;
import org.vigie.imports.archive.Container;
import org.vigie.imports.mail.MailAttachments;
import org.vigie.imports.sms.SmsFiles;
import org.vigie.imports.tar.GzipFile;
import org.vigie.imports.tar.TarFile;
import org.vigie.imports.zip.Archive;

/** Takes one file out of what it came in: an archive, mail, a backup of text messages. */
public final class Enclosed {

  private static final ImportLimits LIMITS = ImportLimits.USUAL;

  private Enclosed() {}

  /**
   * Writes the bytes of a file that a message names.
   *
   * @param name as the message writes it
   * @param at where the message begins; looked at where names tell nothing, as in mail
   * @throws ImportRefused {@code import.enclosed-missing} if it is not there; as {@link
   *     Exports#read} for archives
   * @throws IOException if bytes cannot be had or passed on
   */
  public static void copy(Source source, String name, long at, OutputStream out)
      throws ImportRefused, IOException {
    byte[] head;
    try (var in = source.open(0)) {
      head = in.readNBytes(Exports.HEAD);
    }
    var budget = new Budget(LIMITS.inflatedBytes());
    try {
      if (Archive.recognises(head)) {
        copy(Archive.open(source, LIMITS, budget), name, out);
      } else if (TarFile.recognises(head)) {
        copy(TarFile.open(source, LIMITS), name, out);
      } else if (GzipFile.recognises(head)) {
        try (var file = GzipFile.open(source, LIMITS, budget)) {
          copy(TarFile.open(file.content(), LIMITS), name, out);
        }
      } else if (MailAttachments.mayHold(head)) {
        MailAttachments.copy(source, at, out);
      } else if (SmsFiles.mayHold(head)) {
        SmsFiles.copy(source, at, out);
      } else {
        throw missing();
      }
    } catch (ArchiveLimit limit) {
      throw limit.refusal();
    }
  }

  private static void copy(Container archive, String name, OutputStream out)
      throws ImportRefused, IOException {
    var member = archive.meant(name).orElseThrow(Enclosed::missing);
    try (var in = member.source().open(0)) {
      in.transferTo(out);
    }
  }

  private static ImportRefused missing() {
    return new ImportRefused("import.enclosed-missing");
  }
}
