package org.vigie.imports.office;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.vigie.imports.Kind;
import org.vigie.imports.Moment;
import org.vigie.imports.tally.Times;
import org.vigie.imports.xml.MalformedXml;
import org.vigie.imports.xml.XmlPull;
import org.vigie.imports.xml.XmlPull.Token;

/** Paragraphs of WordprocessingML (ECMA-376 part 1, section 17). */
final class WordParagraphs {

  private final XmlPull pull;
  private final Paragraphs paragraphs;
  private final Times times;
  private boolean inText;
  private long takenOut;
  private long comments;

  WordParagraphs(XmlPull pull, Paragraphs paragraphs, Times times) {
    this.pull = pull;
    this.paragraphs = paragraphs;
    this.times = times;
  }

  void read() throws IOException, MalformedXml {
    try {
      for (var token = pull.next(); token != Token.DONE; token = pull.next()) {
        switch (token) {
          case START -> start(OfficeReader.local(pull.name()));
          case END -> end(OfficeReader.local(pull.name()));
          case TEXT -> {
            if (inText) {
              paragraphs.add(pull.text());
            }
          }
          case OTHER, DONE -> {}
        }
      }
    } finally {
      paragraphs.close();
      paragraphs.warnIf(
          takenOut > 0,
          takenOut + " passages are marked as taken out; they are in the file and not shown");
      paragraphs.warnIf(
          comments > 0,
          comments + " comments: their times are the clock of who wrote, without a zone");
    }
  }

  private void start(String name) throws IOException, MalformedXml {
    switch (name) {
      case "p" -> paragraphs.begin(pull.tokenAt());
      case "t" -> inText = true;
      case "tab" -> paragraphs.add("\t");
      case "br", "cr" -> paragraphs.add("\n");
      case "noBreakHyphen" -> paragraphs.add("\u2011");
      case "del", "moveFrom" -> {
        takenOut++;
        paragraphs.changed();
      }
      case "ins", "moveTo" -> paragraphs.changed();
      case "comment" -> comment();
      case "docPr" -> paragraphs.picture(pull.tokenAt(), named());
      // The same again for old programs.
      case "Fallback" -> pull.skip();
      default -> {}
    }
  }

  private void end(String name) throws IOException {
    switch (name) {
      case "p" -> paragraphs.end();
      case "t" -> inText = false;
      case "comment" -> paragraphs.by(null, Moment.unknown(""), Kind.TEXT);
      default -> {}
    }
  }

  /** Word writes the clock of the writer and calls it UTC. */
  private void comment() {
    var date = attribute("date");
    var raw = date == null ? "" : date;
    var local = raw.endsWith("Z") ? raw.substring(0, raw.length() - 1) : raw;
    var read = times.iso(local, null);
    var when = new Moment(read.local(), read.offset(), raw, read.precision());
    paragraphs.by(attribute("author"), when, Kind.TEXT);
    comments++;
  }

  private @Nullable String named() {
    var description = attribute("descr");
    return description == null || description.isBlank() ? attribute("name") : description;
  }

  private @Nullable String attribute(String key) {
    for (var attribute : pull.attributes().entrySet()) {
      if (OfficeReader.local(attribute.getKey()).equals(key)) {
        return attribute.getValue();
      }
    }
    return null;
  }
}
