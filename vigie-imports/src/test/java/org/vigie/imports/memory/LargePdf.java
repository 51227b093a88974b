package org.vigie.imports.memory;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vigie.imports.BytesSource;
import org.vigie.imports.Source;

/**
 * A large PDF: pages each with words and a picture, as scanners write them; or one page whose words
 * do not end, each of which takes hundreds of bytes until the page is over.
 */
record LargePdf() implements LargeExport {

  private static final int PAGES = 100;

  /** Of a page that does not end: a letter takes that many times its size, and as long. */
  private static final int GROWS = 40;

  private static final String BEGIN = "BT /F 12 Tf 50 700 Td";
  private static final String LINE = "\n(come home now, come home now) Tj 0 -20 Td";
  private static final String END = " ET";

  @Override
  public String format() {
    return "pdf";
  }

  @Override
  public Source many(long size) {
    var pages = new ArrayList<Source>();
    for (var i = 0; i < PAGES; i++) {
      pages.add(new Repeated(BEGIN, LINE, END + " /I Do", 2000));
    }
    return file(pages, size / PAGES);
  }

  @Override
  public Source endless(long size) {
    var page = new Repeated(BEGIN, LINE, END, 2000);
    return file(List.of(page, new Repeated(BEGIN, LINE, END, size / GROWS)), 1);
  }

  /** Pages of these words, and with each a picture of so many bytes. */
  private static Source file(List<Source> pages, long picture) {
    var objects = new Objects();
    objects.add("<</Type/Catalog/Pages 2 0 R>>");
    var kids = new StringBuilder();
    for (var i = 0; i < pages.size(); i++) {
      kids.append(4 + 3 * i).append(" 0 R ");
    }
    objects.add("<</Type/Pages/Count " + pages.size() + "/Kids[" + kids + "]>>");
    objects.add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>");
    for (var page : pages) {
      var number = objects.count + 1;
      objects.add(
          "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 3 0 R>>/XObject<</I "
              + ((number + 2) + " 0 R>>>>/Contents " + (number + 1) + " 0 R>>"));
      objects.stream("", page);
      var grey = "/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray";
      objects.stream(grey + "/BitsPerComponent 8", new Repeated("", "\u0000", "", picture));
    }
    return objects.file();
  }

  /** The objects of a file so far, and where each begins. */
  private static final class Objects {
    private final List<Source> links = new ArrayList<>();
    private final StringBuilder table = new StringBuilder("0000000000 65535 f \n");
    private long at;
    private int count;

    Objects() {
      text("%PDF-1.4\n");
    }

    void add(String object) {
      begin();
      text(object + "\nendobj\n");
    }

    void stream(String dictionary, Source content) {
      begin();
      text("<<" + dictionary + "/Length " + content.length() + ">>\nstream\n");
      link(content);
      text("\nendstream\nendobj\n");
    }

    private void begin() {
      table.append(String.format(Locale.ROOT, "%010d 00000 n \n", at));
      text(++count + " 0 obj\n");
    }

    private void text(String text) {
      link(new BytesSource(text.getBytes(StandardCharsets.US_ASCII)));
    }

    private void link(Source source) {
      links.add(source);
      at += source.length();
    }

    Source file() {
      var start = at;
      text("xref\n0 " + (count + 1) + "\n" + table);
      text("trailer\n<</Size " + (count + 1) + "/Root 1 0 R>>\nstartxref\n" + start + "\n%%EOF\n");
      return new Chain(links);
    }
  }
}
