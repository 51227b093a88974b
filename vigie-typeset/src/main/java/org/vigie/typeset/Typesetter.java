package org.vigie.typeset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.vigie.kernel.Language;

/**
 * Sets documents as PDF/A-3a and PDF/UA-1. The same document gives the same bytes on one JDK; the
 * file names neither the machine nor the program nor any time but the document's date. Safe for use
 * by several threads; a document is laid out in memory.
 */
public final class Typesetter {

  private static final double FOOT = 34;
  private static final double HEAD = 841.89 - 30;

  /** Makes a typesetter; fonts are loaded when first needed and kept. */
  public Typesetter() {
    Headless.prepare();
  }

  /** Sets {@code document} and returns the file. */
  public byte[] typeset(Document document) {
    try (var pdf = new PDDocument();
        var faces = new EmbeddedFaces()) {
      var root = new Tag();
      var images = new Images(pdf);
      var sheets = new Sheets(faces);
      var top = root.child("Document").language(document.language().tag());
      var setter = new BlockSetter(sheets, top, images);
      document.blocks().forEach(setter::set);
      margins(document, sheets.all());
      var assembly = new Assembly(pdf, document, root);
      assembly.pages(sheets.all(), faces.finish(pdf), images.resources());
      assembly.outline(setter.marks());
      assembly.attachments();
      assembly.catalogue();
      pdf.setDocumentId(fingerprint(sheets.all()));
      var out = new ByteArrayOutputStream();
      pdf.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the file's identifier is made from, instead of the time and path PDFBox would take. */
  private static long fingerprint(List<Sheet> sheets) {
    try {
      var digest = java.security.MessageDigest.getInstance("SHA-256");
      sheets.forEach(sheet -> digest.update(sheet.ink().bytes()));
      return ByteBuffer.wrap(digest.digest()).getLong();
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static void margins(Document document, List<Sheet> sheets) {
    var pattern = document.language() == Language.FR ? "Page %d sur %d" : "Page %d of %d";
    for (var i = 0; i < sheets.size(); i++) {
      var sheet = sheets.get(i);
      if (!document.head().isEmpty()) {
        margin(sheet, "Header", Text.of(document.language(), document.head()), HEAD, false);
      }
      var number =
          Text.of(document.language(), String.format(Locale.ROOT, pattern, i + 1, sheets.size()));
      margin(sheet, "Footer", number, FOOT, true);
    }
  }

  private static void margin(Sheet sheet, String kind, Text text, double top, boolean right) {
    var ink = sheet.ink();
    var lines = Lines.breakInto(text, 8, false, Sheets.WIDTH);
    var line = lines.lines().getFirst();
    var x = right ? Sheets.LEFT + Sheets.WIDTH - line.width() : Sheets.LEFT;
    ink.beginPagination(kind);
    ink.beginText(Ink.Colour.MUTED);
    line.clusters().forEach(c -> ink.cluster(c, x - line.lead(), top - line.ascent()));
    ink.endText();
    ink.end();
  }
}
