package org.vigie.node.exhibit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.kernel.Refusal;
import org.vigie.node.TestNode;
import org.vigie.node.cage.OfficePrinter;
import org.vigie.node.house.Founder;
import org.vigie.node.house.Told;

/** Pages of a document are seen without anything of the document reaching a browser. */
class PageImagesTest {

  @TempDir private Path home = Path.of("");

  private static byte[] pdf(float width, float height, int pages) throws Exception {
    var out = new ByteArrayOutputStream();
    try (var document = new PDDocument()) {
      for (var i = 0; i < pages; i++) {
        var page = new PDPage(new PDRectangle(width, height));
        document.addPage(page);
        try (var pen = new PDPageContentStream(document, page)) {
          pen.setNonStrokingColor(1f, 0f, 0f);
          pen.addRect(0, 0, width / 2, height);
          pen.fill();
          pen.setNonStrokingColor(0f, 0f, 0f);
          pen.beginText();
          pen.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 24);
          pen.newLineAtOffset(width / 2 + 10, height / 2);
          pen.showText("page " + (i + 1));
          pen.endText();
        }
      }
      document.getDocumentInformation().setAuthor("somebody");
      document.save(out);
    }
    return out.toByteArray();
  }

  private static BufferedImage decoded(byte[] png) throws Exception {
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  @Test
  void S_84_pages_are_drawn_in_the_cage_one_by_one_and_kept() throws Exception {
    var original = pdf(595, 842, 3);
    try (var node = TestNode.start(home)) {
      var keeper = Founder.found(node, "lamp keeper");
      var person = Founder.invite(node, keeper, "person", "swallow");
      var told = Told.by(person, "somebody called");
      var exhibit = Files.to(told).file("letter.pdf", original).sent().getFirst();
      var browser = person.browser();
      assertThat(browser.get(exhibit).text()).contains("Show its pages as pictures");
      assertThat(browser.get(exhibit + "/pages/1").status()).as("not drawn yet").isEqualTo(404);

      var page = browser.get(exhibit + "/pages");
      assertThat(page.text())
          .contains("Page 1 of 3", "The next page")
          .doesNotContain("The page before");
      assertThat(page.body()).contains("src=\"" + exhibit + "/pages/1\"");
      var png = browser.bytes(exhibit + "/pages/1");
      assertThat(new String(png, StandardCharsets.ISO_8859_1)).doesNotContain("somebody");
      var image = decoded(png);
      assertThat(image.getHeight()).isEqualTo(1600);
      assertThat(image.getRGB(image.getWidth() / 4, 800) & 0xFFFFFF).isEqualTo(0xFF0000);
      assertThat(dark(image)).as("letters without a font in the document").isGreaterThan(200);

      assertThat(page.body()).contains("width=\"720\"", "/pages?n=1&amp;large=yes");
      var large = browser.get(exhibit + "/pages?n=1&large=yes").body();
      assertThat(large)
          .as("readable on a phone: as large as it was drawn, without script")
          .contains("class=\"large\"", "width=\"" + image.getWidth() + "\"")
          .contains("/pages?n=2&amp;large=yes", "Show the whole page");
      assertThat(browser.get(exhibit + "/pages?n=3").text())
          .contains("Page 3 of 3", "The page before")
          .doesNotContain("The next page");
      assertThat(browser.get(exhibit + "/pages?n=4").status()).isEqualTo(404);
      assertThat(browser.get(exhibit + "/pages/1").header("Content-Security-Policy"))
          .contains("sandbox");
      assertThat(browser.get(exhibit).text()).containsOnlyOnce("A page was drawn as a picture");
      assertThat(browser.bytes(exhibit + "/original")).isEqualTo(original);
    }
  }

  private static int dark(BufferedImage image) {
    var dark = 0;
    for (var y = 0; y < image.getHeight(); y++) {
      for (var x = image.getWidth() / 2 + 4; x < image.getWidth(); x++) {
        dark += (image.getRGB(x, y) & 0xFF) < 100 ? 1 : 0;
      }
    }
    return dark;
  }

  @Test
  void S_83_a_page_of_any_size_becomes_a_picture_of_bounded_size() throws Exception {
    var scene = new Scene();
    var images = new PageImages(Scene.USUAL, OfficePrinter::none, new java.security.SecureRandom());
    var wide = scene.receive("wide.pdf", pdf(200_000, 50_000, 1));
    var sheet = images.page(scene.file, wide, 1);
    assertThat(sheet.width()).isLessThanOrEqualTo(1600);
    assertThat(sheet.height()).isLessThanOrEqualTo(1600);
    var small = scene.receive("small.pdf", pdf(20, 10, 1));
    assertThat(images.page(scene.file, small, 1).width()).isEqualTo(80);
  }

  @Test
  void what_is_broken_is_refused_and_what_was_drawn_is_not_drawn_again() throws Exception {
    var scene = new Scene();
    var images = new PageImages(Scene.USUAL, OfficePrinter::none, new java.security.SecureRandom());
    var broken =
        scene.receive("broken.pdf", "%PDF-1.7 and no more".getBytes(StandardCharsets.US_ASCII));
    assertThatThrownBy(() -> images.page(scene.file, broken, 1)).isInstanceOf(Refusal.class);
    var whole = scene.receive("whole.pdf", pdf(595, 842, 1));
    var first = images.page(scene.file, whole, 1);
    var now = Exhibits.of(scene.file).find(whole.id()).orElseThrow();
    assertThat(images.page(scene.file, now, 1).made()).isEqualTo(first.made());
    assertThatThrownBy(() -> images.page(scene.file, now, 2)).hasMessage("exhibit.not-found");
  }
}
