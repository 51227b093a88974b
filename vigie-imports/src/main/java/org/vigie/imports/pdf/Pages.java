package org.vigie.imports.pdf;

import java.io.IOException;
import java.io.Writer;
import java.util.Calendar;
import java.util.Iterator;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageTree;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;
import org.vigie.imports.Flag;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.Kind;
import org.vigie.imports.tally.Item;
import org.vigie.imports.tally.Records;

/** The pages of one document as messages. */
final class Pages {

  private static final int MOST = 10_000;
  private static final int LONGEST_NOTE = 1000;

  /** On one page: the library keeps where each letter stands until the page is over. */
  private static final int MOST_LETTERS = 200_000;

  private final PDDocument document;
  private final SourceBytes bytes;
  private final Records records;
  private final int longest;
  private int unreadable;
  private int pictures;

  Pages(PDDocument document, SourceBytes bytes, Records records, int longest) {
    this.document = document;
    this.bytes = bytes;
    this.records = records;
    this.longest = longest;
  }

  void read() throws ImportRefused, IOException {
    var count = PdfLibrary.tried(bytes, document::getNumberOfPages);
    var stripper = PdfLibrary.tried(bytes, OnePage::new);
    var noted = noted();
    if (!noted.isEmpty()) {
      records.add(new Item(0, 1).is(Kind.SYSTEM).says(noted));
    }
    var pages = PdfLibrary.tried(bytes, () -> document.getPages().iterator());
    var number = 0;
    while (number < MOST && more(pages)) {
      number++;
      records.add(page(stripper, pages, number));
    }
    if (number == 0) {
      throw new ImportRefused("import.pdf-broken");
    }
    warn(number, count);
  }

  private boolean more(Iterator<PDPage> pages) throws IOException {
    try {
      return PdfLibrary.tried(bytes, pages::hasNext);
    } catch (ImportRefused broken) {
      unreadable++;
      return false;
    }
  }

  private Item page(OnePage stripper, Iterator<PDPage> pages, int number) throws IOException {
    var item = new Item(number == 1 ? 0 : bytes.length(), number);
    var words = new Words(longest);
    try {
      PdfLibrary.tried(
          bytes,
          () -> {
            stripper.page = pages.next();
            stripper.writeText(document, words);
            return words;
          });
    } catch (ImportRefused broken) {
      if (!words.cut) {
        unreadable++;
        item.flag(Flag.MALFORMED_TEXT);
      }
    }
    var text = words.text.toString().replace("\r\n", "\n").strip();
    if (text.isEmpty() && !item.has(Flag.MALFORMED_TEXT)) {
      pictures++;
      return item.embedded("page " + number);
    }
    return item.says(text).flagIf(words.cut || stripper.letters > MOST_LETTERS, Flag.CUT);
  }

  /** What the program that made it noted, and whether somebody signed. */
  private String noted() throws IOException {
    try {
      return PdfLibrary.tried(bytes, this::information);
    } catch (ImportRefused broken) {
      return "";
    }
  }

  private String information() throws IOException {
    var about = document.getDocumentInformation();
    var text = new StringBuilder();
    note(text, "title", about.getTitle());
    note(text, "author", about.getAuthor());
    note(text, "creator", about.getCreator());
    note(text, "producer", about.getProducer());
    note(text, "created", date(about.getCreationDate()));
    note(text, "modified", date(about.getModificationDate()));
    var signatures = document.getSignatureDictionaries().size();
    note(text, "signatures", signatures == 0 ? null : signatures + " (not checked)");
    return text.toString();
  }

  private static @Nullable String date(@Nullable Calendar date) {
    return date == null ? null : date.toInstant().toString();
  }

  private static void note(StringBuilder text, String key, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      var shown = value.length() > LONGEST_NOTE ? value.substring(0, LONGEST_NOTE) : value;
      text.append(text.isEmpty() ? "" : "\n").append(key).append('=').append(shown.strip());
    }
  }

  private void warn(int shown, int count) {
    var tally = records.tally();
    tally.warnIf(
        shown > 1, "the pages of a PDF lie mixed in it: the range of page 1 is the whole file");
    tally.warnIf(pictures > 0, pictures + " pages hold no words, perhaps pictures of words");
    tally.warnIf(unreadable > 0, unreadable + " pages are damaged; what could be read is shown");
    tally.warnIf(
        shown == MOST && count > MOST,
        "only the first " + MOST + " of " + count + " pages are shown");
  }

  /** Reads one page without going through all that come before it. */
  private static final class OnePage extends PDFTextStripper {

    private @Nullable PDPage page;
    private int letters;

    private OnePage() throws IOException {
      setSortByPosition(false);
      setStartPage(0);
    }

    @Override
    protected void processPages(PDPageTree all) throws IOException {
      letters = 0;
      if (page != null && page.hasContents()) {
        processPage(page);
      }
    }

    @Override
    protected void processTextPosition(TextPosition letter) {
      if (letters <= MOST_LETTERS && ++letters <= MOST_LETTERS) {
        super.processTextPosition(letter);
      }
    }
  }

  /** The words of a page, up to a limit. */
  private static final class Words extends Writer {
    private final StringBuilder text = new StringBuilder();
    private final int longest;
    private boolean cut;

    private Words(int longest) {
      this.longest = longest;
    }

    @Override
    public void write(char[] b, int offset, int length) throws IOException {
      var left = longest - text.length();
      text.append(b, offset, Math.min(left, length));
      if (length > left) {
        cut = true;
        throw new IOException("enough");
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
