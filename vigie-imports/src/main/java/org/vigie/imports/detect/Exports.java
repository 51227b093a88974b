package org.vigie.imports.detect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vigie.imports.ExportReader;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.MessageSink;
import org.vigie.imports.ReadOptions;
import org.vigie.imports.ReadReport;
import org.vigie.imports.Source;
import org.vigie.imports.calls.CallTableReader;
import org.vigie.imports.contacts.VCardReader;
import org.vigie.imports.line.LineReader;
import org.vigie.imports.mail.MailReader;
import org.vigie.imports.meta.MetaReader;
import org.vigie.imports.signal.SignalCommunityReader;
import org.vigie.imports.signal.SignalReader;
import org.vigie.imports.sms.SmsReader;
import org.vigie.imports.telegram.TelegramJsonReader;
import org.vigie.imports.telegram.TelegramPageReader;
import org.vigie.imports.viber.ViberReader;
import org.vigie.imports.whatsapp.WhatsAppReader;
import org.vigie.imports.x.DirectMessagesReader;
import org.vigie.imports.zip.Archive;
import org.vigie.imports.zip.ZipLimit;

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
          new LineReader(),
          new ViberReader(),
          new MailReader(),
          new VCardReader(),
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
    try {
      return read(source, options, sink, 1);
    } catch (ZipLimit e) {
      throw e.refusal();
    }
  }

  private static ReadReport read(Source source, ReadOptions options, MessageSink sink, int depth)
      throws ImportRefused, IOException {
    if (source.length() == 0) {
      throw new ImportRefused("import.empty");
    }
    var head = head(source);
    if (Archive.recognises(head)) {
      return readArchive(source, options, sink, depth);
    }
    for (var reader : wanted(options)) {
      if (reader.recognises(head)) {
        return reader.read(source, options, sink);
      }
    }
    throw new ImportRefused("import.unknown-format", tried(options));
  }

  private static ReadReport readArchive(
      Source source, ReadOptions options, MessageSink sink, int depth)
      throws ImportRefused, IOException {
    if (depth > options.limits().depth()) {
      throw new ImportRefused("import.zip-too-deep", options.limits().depth());
    }
    var archive = Archive.open(source, options.limits());
    var inside = new Inside(archive, wanted(options));
    if (!inside.parts().isEmpty()) {
      return inside.read(options.withCompanions(archive.fileNames()), sink);
    }
    if (inside.archives().size() == 1) {
      var entry = inside.archives().getFirst();
      return read(archive.source(entry), options, sink, depth + 1).within(entry.name(), List.of());
    }
    throw new ImportRefused("import.unknown-format", tried(options) + ", in each file of the zip");
  }

  private static List<ExportReader> wanted(ReadOptions options) {
    var format = options.format();
    return format == null
        ? READERS
        : READERS.stream().filter(r -> r.format().equals(format.toLowerCase(Locale.ROOT))).toList();
  }

  private static String tried(ReadOptions options) {
    var names = new ArrayList<>(wanted(options).stream().map(ExportReader::format).toList());
    names.add("zip");
    return String.join(", ", names.stream().distinct().toList());
  }

  private static byte[] head(Source source) throws IOException {
    try (var in = source.open(0)) {
      return in.readNBytes(HEAD);
    }
  }
}
