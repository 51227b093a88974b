package org.vigie.imports.forms;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.vigie.imports.Flag;
import org.vigie.imports.Kind;

/** PDF of pages of words, and some that are pictures. Written by hand: the same bytes each time. */
record PdfForm() implements ExportForm {

  private static final String NOTED = "title=Night\nauthor=Nur\ncreated=2026-01-15T18:04:05Z";

  /** Objects before those of the pages: catalogue, tree, font, what the program noted. */
  private static final int BEFORE = 4;

  @Override
  public String group() {
    return "pdf";
  }

  @Override
  public String name() {
    return "pages";
  }

  @Override
  public Document write(RandomGenerator random, int size) {
    var messages = new ArrayList<Written>();
    messages.add(new Written(null, null, Kind.SYSTEM, NOTED, null, List.of()));
    var pages = new ArrayList<String>();
    var kids = new StringBuilder();
    for (var one : Invented.texts(random, size)) {
      var number = pages.size() / 2 + 1;
      var words = plain(one.text());
      var picture = number % 4 == 0;
      kids.append(BEFORE + pages.size() + 1).append(" 0 R ");
      pages.add(
          "<</Type/Page/Parent 2 0 R/MediaBox[0 0 2000 800]/Resources<</Font<</F 3 0 R>>>>"
              + "/Contents "
              + (BEFORE + pages.size() + 2)
              + " 0 R>>");
      pages.add(stream(picture ? "50 600 200 100 re f" : shown(words)));
      messages.add(
          picture
              ? new Written(null, null, Kind.MEDIA, "", "page " + number, List.of(Flag.EMBEDDED))
              : Written.text(null, null, words));
    }
    var objects = new ArrayList<String>();
    objects.add("<</Type/Catalog/Pages 2 0 R>>");
    objects.add("<</Type/Pages/Count " + size + "/Kids[" + kids + "]>>");
    objects.add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>");
    objects.add("<</Title(Night)/Author(Nur)/CreationDate(D:20260115180405Z)>>");
    objects.addAll(pages);
    return Document.binary(file(objects).getBytes(StandardCharsets.ISO_8859_1), messages);
  }

  /** What the one font can show, without blanks side by side. */
  private static String plain(String text) {
    return text.replaceAll("[^ -~éùà©Ã\n]", "")
        .replaceAll("[ \n]*\n[ \n]*", "\n")
        .replaceAll(" +", " ");
  }

  private static String shown(String words) {
    var out = new StringBuilder("BT /F 12 Tf 50 700 Td");
    for (var line : words.split("\n", -1)) {
      out.append("\n(").append(line.replaceAll("([\\\\()])", "\\\\$1")).append(") Tj 0 -20 Td");
    }
    return out.append(" ET").toString();
  }

  private static String stream(String content) {
    return "<</Length " + content.length() + ">>\nstream\n" + content + "\nendstream";
  }

  private static String file(List<String> objects) {
    var out = new StringBuilder("%PDF-1.4\n%\u00E2\u00E3\u00CF\u00D3\n");
    var table = new StringBuilder("0000000000 65535 f \n");
    for (var i = 0; i < objects.size(); i++) {
      table.append(String.format(Locale.ROOT, "%010d 00000 n \n", out.length()));
      out.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
    }
    var at = out.length();
    var count = objects.size() + 1;
    out.append("xref\n0 ").append(count).append('\n').append(table);
    out.append("trailer\n<</Size ").append(count).append("/Root 1 0 R/Info 4 0 R>>\n");
    return out.append("startxref\n").append(at).append("\n%%EOF\n").toString();
  }
}
