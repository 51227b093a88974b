package org.vigie.imports.office;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.vigie.imports.ExportReader;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.MessageSink;
import org.vigie.imports.ReadOptions;
import org.vigie.imports.ReadReport;
import org.vigie.imports.Source;
import org.vigie.imports.tally.Records;
import org.vigie.imports.tally.Times;
import org.vigie.imports.xml.XmlDocument;
import org.vigie.imports.xml.XmlPull;

/**
 * The XML within documents of word processors (ECMA-376 and ISO/IEC 26300: docx, odt), which are
 * zip files: the text, notes, comments, and what the program noted of the author and the dates. A
 * paragraph is a message; its range is its place in the XML.
 */
public final class OfficeReader implements ExportReader {

  private static final Set<String> WORD =
      Set.of("document", "comments", "footnotes", "endnotes", "hdr", "ftr");
  private static final Set<String> OPEN = Set.of("document-content", "document");
  private static final Set<String> ABOUT = Set.of("coreProperties", "document-meta");

  @Override
  public String format() {
    return "office";
  }

  @Override
  public boolean foremost() {
    return false;
  }

  @Override
  public boolean recognises(byte[] head) {
    return !kind(head).isEmpty();
  }

  /** docx, odt, or about for what the program noted; empty for anything else. */
  private static String kind(byte[] head) {
    var text = new String(head, 0, Math.min(head.length, 4096), StandardCharsets.ISO_8859_1);
    var word = text.contains("wordprocessingml") || text.contains("package/2006/metadata");
    var open = text.contains("urn:oasis:names:tc:opendocument");
    if (!word && !open) {
      return "";
    }
    var root = local(XmlDocument.root(head));
    if (ABOUT.contains(root)) {
      return "about";
    }
    return word && WORD.contains(root) ? "docx" : open && OPEN.contains(root) ? "odt" : "";
  }

  /** A name without its prefix. */
  static String local(String name) {
    return name.substring(name.indexOf(':') + 1);
  }

  @Override
  public ReadReport read(Source source, ReadOptions options, MessageSink sink)
      throws ImportRefused, IOException {
    byte[] head;
    try (var in = source.open(0)) {
      head = in.readNBytes(4096);
    }
    var kind = kind(head);
    var open = new String(head, StandardCharsets.ISO_8859_1).contains("opendocument");
    var records = new Records(options, sink, false);
    try (var in = source.open(0)) {
      var pull = new XmlPull(in, options.limits().messageBytes(), Set.of());
      var times = new Times(options);
      switch (kind) {
        case "about" -> {
          var about = new About(pull, records);
          XmlDocument.run(pull, records, source, about::read);
        }
        case "odt" -> {
          var paragraphs = new OpenParagraphs(pull, new Paragraphs(records, options), times);
          XmlDocument.run(pull, records, source, paragraphs::read);
        }
        default -> {
          var paragraphs = new WordParagraphs(pull, new Paragraphs(records, options), times);
          XmlDocument.run(pull, records, source, paragraphs::read);
        }
      }
    }
    return records.finish(open ? "odt" : "docx", source.length(), Times.CERTAIN);
  }
}
