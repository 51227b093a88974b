package org.vigie.imports.pdf;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.Source;

/**
 * Draws single pages of a PDF as pictures of pixels alone. Protects against pages of any size; the
 * time and memory of what is drawn on them are the cage's to bound. Fonts that the document leaves
 * out are drawn with one font of ours, so that some of its letters may look otherwise or be
 * missing.
 */
public final class PdfPages {

  /** More than four times the size of print would show nothing more. */
  private static final float LARGEST = 4;

  private PdfPages() {}

  /**
   * Writes a page as a PNG.
   *
   * @param number from 1
   * @param side the most pixels of the longer side
   * @return facts: page, pages, shown-width, shown-height
   * @throws ImportRefused {@code import.pdf-page-missing}, {@code import.pdf-locked}, {@code
   *     import.pdf-broken}
   * @throws IOException if the bytes cannot be had or passed on
   */
  public static Map<String, String> show(Source source, int number, int side, OutputStream out)
      throws ImportRefused, IOException {
    ImageIO.setUseCache(false);
    try (var bytes = new SourceBytes(source);
        var document = PdfLibrary.open(bytes)) {
      var pages = PdfLibrary.tried(bytes, document::getNumberOfPages);
      if (number < 1 || number > pages) {
        throw new ImportRefused("import.pdf-page-missing", pages);
      }
      var image = PdfLibrary.tried(bytes, () -> drawn(document, number - 1, side));
      if (!ImageIO.write(image, "png", out)) {
        throw new IllegalStateException("no PNG writer");
      }
      var facts = new TreeMap<String, String>();
      facts.put("page", Integer.toString(number));
      facts.put("pages", Integer.toString(pages));
      facts.put("shown-width", Integer.toString(image.getWidth()));
      facts.put("shown-height", Integer.toString(image.getHeight()));
      return facts;
    }
  }

  private static BufferedImage drawn(PDDocument document, int index, int side) throws IOException {
    var box = document.getPage(index).getCropBox();
    var longest = Math.max(1, Math.max(box.getWidth(), box.getHeight()));
    var renderer = new PDFRenderer(document);
    renderer.setSubsamplingAllowed(true);
    return renderer.renderImage(index, Math.min(LARGEST, side / longest), ImageType.RGB);
  }
}
