package org.vigie.imports.office;

import java.io.IOException;
import org.vigie.imports.Kind;
import org.vigie.imports.tally.Item;
import org.vigie.imports.tally.Records;
import org.vigie.imports.xml.MalformedXml;
import org.vigie.imports.xml.XmlPull;
import org.vigie.imports.xml.XmlPull.Token;

/** What the program noted of a document: who made it, when, with what. One line of the program. */
final class About {

  private static final int LONGEST = 10_000;

  private final XmlPull pull;
  private final Records records;

  About(XmlPull pull, Records records) {
    this.pull = pull;
    this.records = records;
  }

  void read() throws IOException, MalformedXml {
    var words = new StringBuilder();
    var name = "";
    for (var token = pull.next(); token != Token.DONE; token = pull.next()) {
      if (token == Token.START) {
        name = OfficeReader.local(pull.name());
      } else if (token == Token.END) {
        name = "";
      } else if (token == Token.TEXT && !pull.text().isBlank() && words.length() < LONGEST) {
        words.append(words.isEmpty() ? "" : "\n").append(name).append('=');
        words.append(pull.text().strip());
      }
    }
    if (!words.isEmpty()) {
      records.add(new Item(0, 1).is(Kind.SYSTEM).says(words.toString()));
    }
  }
}
