package org.vigie.imports.office;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.vigie.imports.Kind;
import org.vigie.imports.Moment;
import org.vigie.imports.tally.Times;
import org.vigie.imports.xml.MalformedXml;
import org.vigie.imports.xml.XmlPull;
import org.vigie.imports.xml.XmlPull.Token;

/** Paragraphs of OpenDocument text (ISO/IEC 26300-1, section 5). */
final class OpenParagraphs {

  private static final int MOST_BLANKS = 1000;

  private final XmlPull pull;
  private final Paragraphs paragraphs;
  private final Times times;
  private final StringBuilder said = new StringBuilder();
  private @Nullable String creator;
  private String date = "";
  private boolean inBody;
  private boolean saying;
  private boolean takenOut;

  OpenParagraphs(XmlPull pull, Paragraphs paragraphs, Times times) {
    this.pull = pull;
    this.paragraphs = paragraphs;
    this.times = times;
  }

  void read() throws IOException, MalformedXml {
    try {
      for (var token = pull.next(); token != Token.DONE; token = pull.next()) {
        switch (token) {
          case START -> start(pull.name());
          case END -> end(pull.name());
          case TEXT -> text();
          case OTHER, DONE -> {}
        }
      }
    } finally {
      paragraphs.close();
    }
  }

  private void text() {
    if (saying) {
      said.append(pull.text());
    } else if (paragraphs.isOpen()) {
      paragraphs.add(pull.text().replaceAll("[ \t\r\n]+", " "));
    }
  }

  private void start(String name) throws IOException {
    switch (name) {
      case "office:text", "office:body" -> inBody = true;
      case "text:p", "text:h" -> {
        if (inBody) {
          paragraphs.begin(pull.tokenAt());
        }
      }
      case "text:tab" -> paragraphs.add("\t");
      case "text:line-break" -> paragraphs.add("\n");
      case "text:s" -> paragraphs.add(" ".repeat(blanks()));
      case "draw:image", "draw:object" ->
          paragraphs.picture(pull.tokenAt(), pull.attribute("xlink:href"));
      case "text:changed-region", "office:annotation" -> {
        creator = null;
        date = "";
      }
      case "text:deletion" -> takenOut = true;
      case "text:change", "text:change-start" -> paragraphs.changed();
      case "dc:creator", "dc:date" -> {
        saying = true;
        said.setLength(0);
      }
      default -> {}
    }
  }

  private void end(String name) throws IOException {
    switch (name) {
      case "text:p", "text:h" -> paragraphs.end();
      case "text:deletion" -> {
        takenOut = false;
        paragraphs.by(null, Moment.unknown(""), Kind.TEXT);
      }
      case "dc:creator" -> {
        saying = false;
        creator = said.toString().strip();
        about();
      }
      case "dc:date" -> {
        saying = false;
        date = said.toString().strip();
        about();
      }
      default -> {}
    }
  }

  /** In a comment it stands within the paragraph; in what was taken out, it stands before. */
  private void about() {
    if (takenOut) {
      var when = date.isEmpty() ? Moment.unknown("") : times.iso(date, null);
      paragraphs.by(creator, when, Kind.DELETED);
    } else if (paragraphs.isOpen()) {
      paragraphs.add(date.isEmpty() || creator == null ? "" : "\n[" + creator + ", " + date + "] ");
    }
  }

  private int blanks() {
    var count = pull.attribute("text:c");
    try {
      return count == null ? 1 : Math.clamp(Integer.parseInt(count), 1, MOST_BLANKS);
    } catch (NumberFormatException e) {
      return 1;
    }
  }
}
