package org.vigie.typeset;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;

/**
 * A face as one document carries it: a composite font (ISO 32000-1, 9.7) whose character codes are
 * our own, one for each pair of a glyph and the text it stands for, so that the way back from
 * glyphs to text is exact.
 */
final class EmbeddedFace implements AutoCloseable {

  private static final List<String> TABLES =
      List.of("head", "hhea", "loca", "maxp", "cvt ", "prep", "glyf", "hmtx", "fpgm");

  /** A glyph standing for a text. */
  private record Use(int glyph, String text) {}

  private final String resource;
  private final TrueTypeFont tables;
  private final Map<Use, Integer> codes = new HashMap<>();
  private final List<Use> uses = new ArrayList<>();
  private final COSDictionary dictionary = new COSDictionary();

  /**
   * Reads the tables of {@code face}.
   *
   * @param resource name under which pages know it
   */
  EmbeddedFace(Typeface face, String resource) throws IOException {
    this.resource = resource;
    this.tables = face.tables();
    uses.add(new Use(0, "\uFFFD"));
  }

  String resource() {
    return resource;
  }

  COSDictionary dictionary() {
    return dictionary;
  }

  /** The character code for {@code glyph} standing for {@code text}. */
  int code(int glyph, String text) {
    return codes.computeIfAbsent(
        new Use(glyph, text),
        use -> {
          uses.add(use);
          return uses.size() - 1;
        });
  }

  /** Width of a glyph in thousandths of an em, as written into the file. */
  double width(int glyph) {
    try {
      return Math.rint(tables.getAdvanceWidth(glyph) * 10_000.0 / unitsPerEm()) / 10;
    } catch (IOException e) {
      throw new IllegalStateException("a bundled font does not load", e);
    }
  }

  private int unitsPerEm() throws IOException {
    return tables.getUnitsPerEm();
  }

  /** Fills the dictionary once every glyph is known. */
  void finish(PDDocument document) throws IOException {
    var subset = new TTFSubsetter(tables, TABLES);
    var glyphs = new HashSet<Integer>();
    uses.forEach(use -> glyphs.add(use.glyph()));
    subset.addGlyphIds(glyphs);
    var file = new ByteArrayOutputStream();
    subset.writeToStream(file);
    var renumbered = new HashMap<Integer, Integer>();
    subset.getGIDMap().forEach((now, before) -> renumbered.put(before, now));
    var name =
        String.format(
            Locale.ROOT,
            "VGA%cAA+%s",
            'A' + Integer.parseInt(resource.substring(1)),
            tables.getName());
    dictionary.setItem(COSName.TYPE, COSName.FONT);
    dictionary.setItem(COSName.SUBTYPE, COSName.TYPE0);
    dictionary.setName(COSName.BASE_FONT, name);
    dictionary.setName(COSName.ENCODING, "Identity-H");
    var descendants = new COSArray();
    descendants.add(descendant(document, name, descriptor(document, name, file), renumbered));
    dictionary.setItem(COSName.DESCENDANT_FONTS, descendants);
    dictionary.setItem(COSName.TO_UNICODE, stream(document, toUnicode()));
  }

  private COSDictionary descriptor(PDDocument document, String name, ByteArrayOutputStream file)
      throws IOException {
    var program = stream(document, file.toByteArray());
    program.getCOSObject().setLong(COSName.LENGTH1, file.size());
    var head = tables.getHeader();
    var em = 1000f / unitsPerEm();
    var box = new PDRectangle();
    box.setLowerLeftX(head.getXMin() * em);
    box.setLowerLeftY(head.getYMin() * em);
    box.setUpperRightX(head.getXMax() * em);
    box.setUpperRightY(head.getYMax() * em);
    var descriptor = new COSDictionary();
    descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
    descriptor.setName(COSName.FONT_NAME, name);
    descriptor.setInt(COSName.FLAGS, 4);
    descriptor.setItem(COSName.FONT_BBOX, box.getCOSArray());
    descriptor.setFloat(COSName.ITALIC_ANGLE, 0);
    descriptor.setFloat(COSName.ASCENT, tables.getHorizontalHeader().getAscender() * em);
    descriptor.setFloat(COSName.DESCENT, tables.getHorizontalHeader().getDescender() * em);
    descriptor.setFloat(COSName.CAP_HEIGHT, 700);
    descriptor.setFloat(COSName.STEM_V, 80);
    descriptor.setItem(COSName.FONT_FILE2, program);
    return descriptor;
  }

  private COSDictionary descendant(
      PDDocument document, String name, COSDictionary descriptor, Map<Integer, Integer> renumbered)
      throws IOException {
    var system = new COSDictionary();
    system.setString(COSName.REGISTRY, "Adobe");
    system.setString(COSName.ORDERING, "Identity");
    system.setInt(COSName.SUPPLEMENT, 0);
    var widths = new COSArray();
    var map = new ByteArrayOutputStream();
    for (var use : uses) {
      widths.add(new COSFloat((float) width(use.glyph())));
      var glyph = renumbered.getOrDefault(use.glyph(), 0);
      map.write(glyph >> 8);
      map.write(glyph & 0xFF);
    }
    var ranges = new COSArray();
    ranges.add(COSInteger.get(0));
    ranges.add(widths);
    var font = new COSDictionary();
    font.setItem(COSName.TYPE, COSName.FONT);
    font.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE2);
    font.setName(COSName.BASE_FONT, name);
    font.setItem(COSName.CIDSYSTEMINFO, system);
    font.setItem(COSName.FONT_DESC, descriptor);
    font.setItem(COSName.W, ranges);
    font.setItem(COSName.CID_TO_GID_MAP, stream(document, map.toByteArray()));
    return font;
  }

  private byte[] toUnicode() {
    var map =
        new StringBuilder(
            """
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange
            """);
    // A block may have a hundred lines at most (ISO 32000-1, 9.10.3, after Adobe note 5411).
    for (var from = 0; from < uses.size(); from += 100) {
      var to = Math.min(uses.size(), from + 100);
      map.append(to - from).append(" beginbfchar\n");
      for (var code = from; code < to; code++) {
        map.append(
            String.format(Locale.ROOT, "<%04X> <%s>\n", code, Ink.hex(uses.get(code).text())));
      }
      map.append("endbfchar\n");
    }
    map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    return map.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static PDStream stream(PDDocument document, byte[] bytes) throws IOException {
    return new PDStream(document, new ByteArrayInputStream(bytes), COSName.FLATE_DECODE);
  }

  @Override
  public void close() throws IOException {
    tables.close();
  }
}
