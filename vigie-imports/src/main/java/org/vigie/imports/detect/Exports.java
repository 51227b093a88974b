package org.vigie.imports.detect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vigie.imports.ExportReader;
import org.vigie.imports.ImportLimits;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.MessageSink;
import org.vigie.imports.ReadOptions;
import org.vigie.imports.ReadReport;
import org.vigie.imports.Source;
import org.vigie.imports.archive.ArchiveLimit;
import org.vigie.imports.calls.CallTableReader;
import org.vigie.imports.contacts.VCardReader;
import org.vigie.imports.line.LineReader;
import org.vigie.imports.mail.MailReader;
import org.vigie.imports.meta.MetaReader;
import org.vigie.imports.office.OfficeReader;
import org.vigie.imports.pdf.PdfReader;
import org.vigie.imports.signal.SignalCommunityReader;
import org.vigie.imports.signal.SignalReader;
import org.vigie.imports.signal.SignalTableReader;
import org.vigie.imports.sms.SmsReader;
import org.vigie.imports.telegram.TelegramJsonReader;
import org.vigie.imports.telegram.TelegramPageReader;
import org.vigie.imports.viber.ViberReader;
import org.vigie.imports.web.WarcReader;
import org.vigie.imports.whatsapp.WhatsAppReader;
import org.vigie.imports.x.DirectMessagesReader;

/** Finds the reader of a document by its content, also within an archive, and reads it. */
public final class Exports {

  /** How many bytes readers look at. */
  static final int HEAD = 64 * 1024;

  /** Those with a plain signature first: a chat as text may be quoted in any other document. */
  private static final List<ExportReader> READERS =
      List.of(
          new TelegramJsonReader(),
          new TelegramPageReader(),
          new SmsReader(),
          new MetaReader("messenger"),
          new MetaReader("instagram"),
          new DirectMessagesReader(),
          new SignalReader(),
          new SignalCommunityReader(),
          new WarcReader(),
          new OfficeReader(),
          new PdfReader(),
          new LineReader(),
          new ViberReader(),
          new MailReader(),
          new VCardReader(),
          new SignalTableReader(),
          new CallTableReader(),
          new WhatsAppReader());

  private Exports() {}

  /** The names that {@code --format} takes. */
  public static List<String> formats() {
    return READERS.stream().map(ExportReader::format).distinct().toList();
  }

  /**
   * Reads a document to the end.
   *
   * @throws ImportRefused if no reader knows it or it breaks a limit; then nothing has gone to the
   *     sink, except when an archive proves broken on the way
   * @throws IOException if its bytes cannot be had or a message cannot be passed on
   */
  public static ReadReport read(Source source, ReadOptions options, MessageSink sink)
      throws ImportRefused, IOException {
    if (source.length() == 0) {
      throw new ImportRefused("import.empty");
    }
    var head = head(source);
    if (Inside.recognises(head)) {
      return readArchive(source, head, options, sink);
    }
    for (var reader : wanted(options)) {
      if (reader.recognises(head)) {
        return reader.read(source, options, sink);
      }
    }
    throw new ImportRefused("import.unknown-format", tried(options));
  }

  private static ReadReport readArchive(
      Source source, byte[] head, ReadOptions options, MessageSink sink)
      throws ImportRefused, IOException {
    try (var inside = new Inside(wanted(options), options.limits(), source.length())) {
      inside.open(source, head);
      var reader = inside.reader();
      if (reader == null) {
        var refused = inside.refused();
        throw refused != null
            ? refused
            : new ImportRefused(
                "import.unknown-format", tried(options) + ", in each file of the archive");
      }
      return new PartsReading(reader, inside.parts(), options).read(inside.warnings(), sink);
    } catch (ArchiveLimit limit) {
      throw limit.refusal();
    }
  }

  /** Looks for what any reader knows within an archive of {@code length} bytes. */
  static Inside inside(long length) {
    return new Inside(READERS, ImportLimits.USUAL, length);
  }

  private static List<ExportReader> wanted(ReadOptions options) {
    var format = options.format();
    return format == null
        ? READERS
        : READERS.stream().filter(r -> r.format().equals(format.toLowerCase(Locale.ROOT))).toList();
  }

  private static String tried(ReadOptions options) {
    var names = new ArrayList<>(wanted(options).stream().map(ExportReader::format).toList());
    names.addAll(List.of("zip", "tar", "gzip"));
    return String.join(", ", names.stream().distinct().toList());
  }

  private static byte[] head(Source source) throws IOException {
    try (var in = source.open(0)) {
      return in.readNBytes(HEAD);
    }
  }
}
