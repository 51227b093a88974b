package org.vigie.node.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.imports.DateOrder;
import org.vigie.imports.FileSource;
import org.vigie.imports.ImportLimits;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.ReadOptions;
import org.vigie.imports.ReadReport;
import org.vigie.imports.SinkBeside;
import org.vigie.imports.detect.Exports;
import org.vigie.imports.json.MessageLines;
import org.vigie.imports.json.ReportJson;
import org.vigie.kernel.SuppressForbidden;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code ./vigie read}: messages of an export as JSON lines, and a report of what was read. */
@Command(
    name = "read",
    description =
        "Read an export a person has: one JSON object a message on standard output, one JSON report"
            + " on standard error. Of office documents docx and odt are read; doc, rtf, xlsx, ods"
            + " and pptx are not. The file is read in this process, outside the cage that a node"
            + " reads in: bring one that may be hostile into a node as an exhibit, or read it on a"
            + " machine that can be thrown away.",
    footer = {"", "Example: ./vigie read chat.zip --date-order dmy --zone Europe/Paris"})
@SuppressForbidden(reason = "a command line prints")
final class ReadCommand implements Callable<Integer> {

  private static final String AMBIGUOUS = "import.date-order-ambiguous";

  /** Line, raw date, and twice what it may mean. */
  private static final int READINGS = 4;

  @Parameters(paramLabel = "FILE", description = "The export, as it came from the phone.")
  private Path file = Path.of("");

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "Try this format only, such as whatsapp or telegram. By default the content decides.")
  private @Nullable String format;

  @Option(
      names = "--date-order",
      paramLabel = "dmy|mdy|ymd",
      converter = Order.class,
      description = "How the export writes dates, where nothing in it decides.")
  private @Nullable DateOrder dateOrder;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      converter = Zone.class,
      description = "Where the phone was, such as Europe/Paris. Never guessed.")
  private @Nullable ZoneId zone;

  @Option(
      names = "--mail-keys",
      paramLabel = "FILE",
      description =
          "Public keys of mail servers, a line each as the name service gives them, to check DKIM"
              + " signatures with: s1._domainkey.example.org IN TXT \"v=DKIM1; p=...\"")
  private @Nullable Path mailKeys;

  @Override
  public Integer call() throws IOException, CommandRefused {
    var options =
        new ReadOptions(checkedFormat(), dateOrder, zone, null, ImportLimits.USUAL)
            .withMailKeys(mailKeys == null ? List.of() : Files.readAllLines(mailKeys));
    Given.requireFile(file);
    if (!Files.isRegularFile(file)) {
      throw new CommandRefused(ExitCode.UNUSABLE_INPUT, "cli.file.special", file);
    }
    try {
      var lines = new MessageLines(new Checked(System.out), false);
      var report = read(options, lines);
      lines.flush();
      System.out.flush();
      ReportJson.write(report, System.err);
      return ExitCode.DONE;
    } catch (ImportRefused refused) {
      throw refused.key().equals(AMBIGUOUS)
          ? ambiguous(refused.details())
          : CommandRefused.about(file, refused);
    } catch (OutputClosed closed) {
      throw CommandRefused.outputClosed();
    }
  }

  /** Of several files in an archive the last detail names the one that asks. */
  private CommandRefused ambiguous(List<?> details) {
    var asks = details.size() > READINGS ? file + "/" + details.get(READINGS) : file;
    return new CommandRefused(
        ExitCode.UNUSABLE_INPUT,
        "cli.read.ambiguous",
        Stream.concat(Stream.of(asks), details.stream().limit(READINGS)).toArray());
  }

  private ReadReport read(ReadOptions options, MessageLines lines)
      throws IOException, ImportRefused {
    try (var beside = new SinkBeside(lines)) {
      return Exports.read(new FileSource(file), options, beside);
    }
  }

  private @Nullable String checkedFormat() throws CommandRefused {
    if (format != null && !Exports.formats().contains(format.toLowerCase(Locale.ROOT))) {
      throw new CommandRefused(
          ExitCode.WRONG_USAGE, "cli.read.format", format, String.join(", ", Exports.formats()));
    }
    return format;
  }

  /** Accepts the three orders in any case. */
  static final class Order implements ITypeConverter<DateOrder> {
    @Override
    public DateOrder convert(String value) {
      for (var order : DateOrder.values()) {
        if (order.text().equals(value.toLowerCase(Locale.ROOT))) {
          return order;
        }
      }
      throw new TypeConversionException("'" + value + "' is none of dmy, mdy, ymd");
    }
  }

  /** Accepts what the JDK knows, and offsets. */
  static final class Zone implements ITypeConverter<ZoneId> {
    @Override
    public ZoneId convert(String value) {
      try {
        return ZoneId.of(value);
      } catch (DateTimeException unknown) {
        throw new TypeConversionException(
            "'" + value + "' is no time zone such as Europe/Paris or +01:00");
      }
    }
  }

  /** The reader of our output went away, as {@code head} does. */
  private static final class OutputClosed extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** Standard output that says when nobody listens. */
  private static final class Checked extends OutputStream {
    private final PrintStream out;

    private Checked(PrintStream out) {
      this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] b, int off, int len) throws IOException {
      out.write(b, off, len);
      if (out.checkError()) {
        throw new OutputClosed();
      }
    }
  }
}
