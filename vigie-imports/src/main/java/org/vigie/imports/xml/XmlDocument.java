package org.vigie.imports.xml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.vigie.imports.Source;
import org.vigie.imports.tally.Records;
import org.vigie.imports.xml.XmlPull.Token;

/** The outside of an XML export: how it begins, and what to do where it breaks off. */
public final class XmlDocument {

  private static final int MARK = 3;
  private static final int LONGEST = 1000;

  /** Reads the inside of an export. */
  @FunctionalInterface
  public interface Body {
    /** Reads to the end. */
    void read() throws IOException, MalformedXml;
  }

  private XmlDocument() {}

  /** The name of the outermost element, lower case or not; empty when it is no XML. */
  public static String root(byte[] head) {
    var from = marked(head) ? MARK : 0;
    var in = new ByteArrayInputStream(head, from, head.length - from);
    var pull = new XmlPull(in, LONGEST, Set.of());
    try {
      for (var token = pull.next(); token != Token.DONE; token = pull.next()) {
        if (token == Token.START) {
          return pull.name();
        }
        if (token == Token.TEXT && !pull.text().isBlank()) {
          return "";
        }
      }
    } catch (MalformedXml none) {
      return "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "";
  }

  private static boolean marked(byte[] head) {
    return head.length >= MARK
        && head[0] == (byte) 0xEF
        && head[1] == (byte) 0xBB
        && head[2] == (byte) 0xBF;
  }

  /**
   * Reads to the end. From the first byte that does not fit, the rest of the source is an unparsed
   * block.
   */
  public static void run(XmlPull pull, Records records, Source source, Body body)
      throws IOException {
    try {
      body.read();
    } catch (MalformedXml broken) {
      var why =
          "from here on it is not valid XML (" + broken.getMessage() + "); cut off or damaged";
      var from = Math.min(pull.tokenAt(), broken.at());
      records.block(from, source.length(), pull.tokenLine(), why);
    }
  }
}
