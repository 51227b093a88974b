package org.vigie.imports.pdf;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.Source;

/**
 * Reads what a PDF says, in every way a reader might: for checks before release. Files of strangers
 * are read so in the cage alone.
 */
public final class PdfText {

  /** The most bytes of a document that is looked through. */
  public static final int MOST_BYTES = 32 << 20;

  private static final String END = "%%EOF";

  /** Saved more often than this, it is not looked through. */
  private static final int MOST_TIMES = 30;

  private PdfText() {}

  /**
   * What the document says in the order of its content, with the replacement texts (ActualText) and
   * without head and foot lines: what a screen reader speaks. Blocks and pages end with a line
   * feed.
   *
   * @throws ImportRefused {@code import.pdf-broken}
   */
  public static String spoken(byte[] pdf) throws ImportRefused {
    try (var document = PdfLibrary.open(pdf)) {
      var voice = new Voice(document);
      for (var page : document.getPages()) {
        voice.read(page);
      }
      return voice.words();
    } catch (IOException | RuntimeException unreadable) {
      throw new ImportRefused("import.pdf-broken");
    }
  }

  /** Takes what was read, one reading after the other. */
  @FunctionalInterface
  private interface Readings {
    void add(byte[] reading) throws IOException;
  }

  /** What takes the readings failed, not the document. */
  private static final class Lost extends IOException {
    private static final long serialVersionUID = 1L;

    Lost(IOException cause) {
      super(cause);
    }
  }

  /**
   * Every reading of the document in which something forbidden could hide: its text by three ways,
   * each string object, each stream decoded (pages, metadata, attached files), as it is and as it
   * was each time it was saved.
   *
   * @throws ImportRefused {@code import.pdf-broken}: also when it is encrypted, or small and would
   *     become very large
   */
  public static List<byte[]> readings(byte[] pdf) throws ImportRefused {
    var readings = new ArrayList<byte[]>();
    try {
      readings(pdf, readings::add);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return readings;
  }

  /**
   * Writes every reading, each after its length in four bytes.
   *
   * @param source read as a whole; a document of {@link #MOST_BYTES} at most
   * @throws ImportRefused as {@link #readings(byte[])}
   * @throws IOException if the bytes cannot be had or passed on
   */
  public static void writeReadings(Source source, OutputStream out)
      throws ImportRefused, IOException {
    if (source.length() > MOST_BYTES) {
      throw new ImportRefused("import.pdf-broken");
    }
    byte[] pdf;
    try (var in = source.open(0)) {
      pdf = in.readAllBytes();
    }
    var data = new DataOutputStream(out);
    readings(
        pdf,
        reading -> {
          try {
            data.writeInt(reading.length);
            data.write(reading);
          } catch (IOException gone) {
            throw new Lost(gone);
          }
        });
    data.flush();
  }

  private static void readings(byte[] pdf, Readings readings) throws ImportRefused, IOException {
    Inflated.requireModest(pdf);
    now(pdf, readings);
    for (var end : endsBefore(pdf)) {
      try {
        now(Arrays.copyOf(pdf, end), readings);
      } catch (ImportRefused notByItself) {
        // The first part of a document need not be one.
      }
    }
  }

  /**
   * Where the document ended each time before it was saved once more: programs that take words out
   * write what is new behind what was, which stays.
   */
  private static List<Integer> endsBefore(byte[] pdf) throws ImportRefused {
    var text = new String(pdf, StandardCharsets.ISO_8859_1);
    var ends = new ArrayList<Integer>();
    for (var at = text.indexOf(END); at >= 0; at = text.indexOf(END, at + 1)) {
      ends.add(at + END.length());
    }
    if (!ends.isEmpty()) {
      ends.removeLast();
    }
    if (ends.size() > MOST_TIMES) {
      throw new ImportRefused("import.pdf-broken");
    }
    return ends;
  }

  private static void now(byte[] pdf, Readings readings) throws ImportRefused, IOException {
    readings.add(utf8(spoken(pdf)));
    try (var document = PdfLibrary.open(pdf)) {
      for (var sorted : new boolean[] {false, true}) {
        var stripper = new PDFTextStripper();
        stripper.setSortByPosition(sorted);
        readings.add(utf8(stripper.getText(document)));
      }
      for (var key : document.getDocument().getXrefTable().keySet()) {
        collect(document.getDocument().getObjectFromPool(key).getObject(), readings, 0);
      }
      collect(document.getDocument().getTrailer(), readings, 0);
    } catch (Lost lost) {
      throw lost;
    } catch (IOException | RuntimeException unreadable) {
      throw new ImportRefused("import.pdf-broken");
    }
  }

  private static void collect(@Nullable COSBase object, Readings readings, int depth)
      throws IOException {
    if (object == null || depth > 40) {
      return;
    }
    switch (object) {
      case COSString string -> {
        readings.add(utf8(string.getString()));
        readings.add(string.getBytes());
      }
      case COSStream stream -> {
        try (var in = stream.createInputStream()) {
          readings.add(in.readAllBytes());
        }
        entries(stream, readings, depth);
      }
      case COSDictionary dictionary -> entries(dictionary, readings, depth);
      case COSArray array -> {
        for (var item : array) {
          // Objects behind a reference are visited on their own.
          if (!(item instanceof COSObject)) {
            collect(item, readings, depth + 1);
          }
        }
      }
      case COSName name -> readings.add(utf8(name.getName()));
      default -> {}
    }
  }

  private static void entries(COSDictionary dictionary, Readings readings, int depth)
      throws IOException {
    for (var entry : dictionary.entrySet()) {
      readings.add(utf8(entry.getKey().getName()));
      if (!(entry.getValue() instanceof COSObject)) {
        collect(entry.getValue(), readings, depth + 1);
      }
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
