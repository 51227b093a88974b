package org.vigie.imports.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.vigie.imports.Source;

/**
 * A table with a heading.
 *
 * @param encoding how it is written
 * @param separator between values
 * @param heading the values of the first row, lower case without blanks around them
 * @param length of the source
 * @param longest the most bytes of a value
 */
public record Table(
    Encoding encoding, char separator, List<String> heading, long length, int longest) {

  private static final int HEAD = 64 * 1024;
  private static final int LONGEST_HEADING = 4000;
  private static final Pattern COUNT = Pattern.compile("\\d{13}|(?!19|20)\\d{12}|1\\d{9}");

  /** The heading of a document that begins so; empty when its first line is none. */
  public static List<String> heading(byte[] head) {
    return of(head, head.length, LONGEST_HEADING).heading();
  }

  /** The table that a document is. */
  public static Table of(Source source, int longest) throws IOException {
    byte[] head;
    try (var in = source.open(0)) {
      head = in.readNBytes(HEAD);
    }
    return of(head, source.length(), longest);
  }

  private static Table of(byte[] head, long length, int longest) {
    var encoding = Encoding.of(head);
    try {
      var in = new ByteArrayInputStream(head);
      var lines = new Lines(in, encoding, head.length, LONGEST_HEADING);
      var separator = lines.next() ? Csv.separator(lines.text()) : ',';
      var rows =
          new Csv(
              new ByteArrayInputStream(head), encoding, head.length, separator, LONGEST_HEADING);
      var names = rows.next() ? rows.values() : List.<String>of();
      var heading = names.stream().map(n -> n.strip().toLowerCase(Locale.ROOT)).toList();
      return new Table(encoding, separator, heading, length, longest);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows of {@code in} after the heading; the caller closes it. */
  public Csv rows(InputStream in) throws IOException {
    var rows = new Csv(in, encoding, length, separator, longest);
    rows.next();
    return rows;
  }

  /**
   * Whether a value is a count of milliseconds since 1970, or of seconds. {@code 202601151804} and
   * {@code 20260115180405} are dates.
   */
  public static boolean isCount(String value) {
    return COUNT.matcher(value).matches();
  }

  /** The place of the first column with one of these names; -1 when there is none. */
  public int column(String... names) {
    for (var name : names) {
      var at = heading.indexOf(name);
      if (at >= 0) {
        return at;
      }
    }
    return -1;
  }
}
