package org.vigie.typeset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a PDF says, in every way a reader might: for checks before release, not for parsing
 * files of strangers, which belongs in the cage.
 */
public final class PdfText {

  private static final String END = "%%EOF";

  /** Saved more often than this, it is not looked through. */
  private static final int MOST_TIMES = 30;

  private PdfText() {}

  /**
   * What the document says in the order of its content, with the replacement texts (ActualText) and
   * without head and foot lines: what a screen reader speaks. Blocks and pages end with a line
   * feed.
   *
   * @throws TypesetRefused {@code typeset.pdf-unreadable}
   */
  public static String spoken(byte[] pdf) throws TypesetRefused {
    try (var document = Loader.loadPDF(pdf)) {
      var voice = new Voice(document);
      for (var page : document.getPages()) {
        voice.read(page);
      }
      return voice.words();
    } catch (IOException | RuntimeException unreadable) {
      throw new TypesetRefused("typeset.pdf-unreadable");
    }
  }

  /**
   * Every reading of the document in which something forbidden could hide: its text by three ways,
   * each string object, each stream decoded (pages, metadata, attached files), as it is and as it
   * was each time it was saved.
   *
   * @throws TypesetRefused {@code typeset.pdf-unreadable}: also when it is encrypted, or small and
   *     would become very large
   */
  public static List<byte[]> readings(byte[] pdf) throws TypesetRefused {
    Inflated.requireModest(pdf);
    var readings = new ArrayList<>(now(pdf));
    for (var end : endsBefore(pdf)) {
      readings.addAll(before(Arrays.copyOf(pdf, end)));
    }
    return readings;
  }

  /**
   * Where the document ended each time before it was saved once more: programs that take words out
   * write what is new behind what was, which stays.
   */
  private static List<Integer> endsBefore(byte[] pdf) throws TypesetRefused {
    var text = new String(pdf, StandardCharsets.ISO_8859_1);
    var ends = new ArrayList<Integer>();
    for (var at = text.indexOf(END); at >= 0; at = text.indexOf(END, at + 1)) {
      ends.add(at + END.length());
    }
    if (!ends.isEmpty()) {
      ends.removeLast();
    }
    if (ends.size() > MOST_TIMES) {
      throw new TypesetRefused("typeset.pdf-unreadable");
    }
    return ends;
  }

  /** What a reader finds in the first part of a document; nothing where that is none by itself. */
  private static List<byte[]> before(byte[] part) {
    try {
      return now(part);
    } catch (TypesetRefused notByItself) {
      return List.of();
    }
  }

  private static List<byte[]> now(byte[] pdf) throws TypesetRefused {
    var readings = new ArrayList<byte[]>();
    readings.add(utf8(spoken(pdf)));
    try (var document = Loader.loadPDF(pdf)) {
      for (var sorted : new boolean[] {false, true}) {
        var stripper = new PDFTextStripper();
        stripper.setSortByPosition(sorted);
        readings.add(utf8(stripper.getText(document)));
      }
      for (var key : document.getDocument().getXrefTable().keySet()) {
        collect(document.getDocument().getObjectFromPool(key).getObject(), readings, 0);
      }
      collect(document.getDocument().getTrailer(), readings, 0);
      return readings;
    } catch (IOException | RuntimeException unreadable) {
      throw new TypesetRefused("typeset.pdf-unreadable");
    }
  }

  private static void collect(@Nullable COSBase object, List<byte[]> readings, int depth)
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

  private static void entries(COSDictionary dictionary, List<byte[]> readings, int depth)
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
