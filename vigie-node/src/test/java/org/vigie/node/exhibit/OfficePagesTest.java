package org.vigie.node.exhibit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.kernel.BlobId;
import org.vigie.kernel.Refusal;
import org.vigie.node.TestNode;
import org.vigie.node.cage.OfficeDocuments;
import org.vigie.node.cage.OfficePrinter;
import org.vigie.node.house.Founder;
import org.vigie.node.house.Told;
import org.vigie.register.store.BlobStore;

/** Documents of word processors are read as words, and seen as pages where the machine can. */
class OfficePagesTest {

  @TempDir private Path home = Path.of("");

  @Test
  void pages_of_a_document_are_shown_as_pictures_and_it_stays_as_it_was() throws Exception {
    var original = OfficeDocuments.docx("he called on Monday", "and again on Friday");
    try (var node = TestNode.start(home)) {
      Assumptions.assumeTrue(
          node.part(OfficePrinter.class).there(), "LibreOffice or bubblewrap is not here");
      var keeper = Founder.found(node, "lamp keeper");
      var person = Founder.invite(node, keeper, "person", "swallow");
      var told = Told.by(person, "somebody called");
      var exhibit = Files.to(told).file("letter.docx", original).sent().getFirst();
      var browser = person.browser();
      assertThat(browser.get(exhibit).text())
          .contains("Show its pages as pictures", "Read its words", "Kind Document");
      var page = browser.get(exhibit + "/pages");
      assertThat(page.text())
          .contains("Page 1 of 2", "The next page", "turned into a PDF by LibreOffice");
      var image = ImageIO.read(new ByteArrayInputStream(browser.bytes(exhibit + "/pages/1")));
      assertThat(image.getHeight()).isBetween(1590, 1600);
      var dark = 0;
      for (var y = 0; y < image.getHeight() / 3; y++) {
        for (var x = 0; x < image.getWidth(); x++) {
          dark += (image.getRGB(x, y) & 0xFF) < 100 ? 1 : 0;
        }
      }
      assertThat(dark).as("words on the page").isGreaterThan(200);
      assertThat(browser.get(exhibit + "/pages?n=2").text()).contains("Page 2 of 2");
      assertThat(browser.get(exhibit + "/pages?n=3").status()).isEqualTo(404);
      assertThat(browser.get(exhibit).text())
          .containsOnlyOnce("It was turned into a PDF to draw its pages from")
          .contains("(LibreOffice ");
      assertThat(browser.bytes(exhibit + "/original")).isEqualTo(original);
    }
  }

  /** A document whose words are read and whose pages break off: LibreOffice knows no such style. */
  @Test
  void what_could_not_be_drawn_is_tried_again_only_when_somebody_asks() throws Exception {
    try (var node = TestNode.start(home)) {
      Assumptions.assumeTrue(
          node.part(OfficePrinter.class).there(), "LibreOffice or bubblewrap is not here");
      var keeper = Founder.found(node, "lamp keeper");
      var person = Founder.invite(node, keeper, "person", "swallow");
      var told = Told.by(person, "somebody called");
      var address = Files.to(told).file("letter.docx", OfficeDocuments.broken()).sent().getFirst();
      var browser = person.browser();
      var pages = address + "/pages";
      for (var look = 0; look < 2; look++) {
        assertThat(browser.get(pages).text())
            .contains("Reading it broke off", "Try once more to draw the pages");
        assertThat(browser.get(address).text())
            .as("tried once")
            .containsOnlyOnce("It was tried to read it, and that did not work")
            .doesNotContain("Reading it broke off");
      }
      assertThat(browser.post(pages).location()).isEqualTo(pages);
      assertThat(browser.get(pages).text()).contains("could not be drawn this time either");
      assertThat(browser.get(address).text().split("It was tried to read it", -1)).hasSize(3);
    }
  }

  @Test
  void documents_that_wait_for_the_printer_are_not_in_memory() throws Exception {
    var read = new AtomicInteger();
    var scene = new Scene(Scene.LIMITS, Scene.USUAL, blobs -> new Counted(blobs, read));
    var letter = scene.receive("letter.odt", OfficeDocuments.odt("he called"));
    var printer = OfficePrinter.none();
    var images = new PageImages(Scene.USUAL, () -> printer, new SecureRandom());
    var turn = printer.turn().take(scene.file.me(), Duration.ofSeconds(5));
    var before = read.get();
    var failed = new AtomicReference<String>();
    var waiting =
        Thread.ofVirtual()
            .start(() -> {
              try {
                images.page(scene.file, letter, 1);
              } catch (Refusal | IOException refused) {
                failed.set(String.valueOf(refused.getMessage()));
              }
            });
    assertThat(waiting.join(Duration.ofMillis(400))).isFalse();
    assertThat(read.get()).as("nothing was opened while it waits").isEqualTo(before);
    turn.close();
    assertThat(waiting.join(Duration.ofSeconds(10))).isTrue();
    assertThat(failed.get()).isEqualTo("cage.failed");
    assertThat(read.get()).isGreaterThan(before);
  }

  /** Counts how often something is read. */
  private record Counted(BlobStore blobs, AtomicInteger read) implements BlobStore {

    @Override
    public Sink write(BlobId blob) throws IOException {
      return blobs.write(blob);
    }

    @Override
    public Optional<InputStream> read(BlobId blob) throws IOException {
      read.incrementAndGet();
      return blobs.read(blob);
    }

    @Override
    public Optional<Long> length(BlobId blob) throws IOException {
      return blobs.length(blob);
    }

    @Override
    public void delete(BlobId blob) throws IOException {
      blobs.delete(blob);
    }
  }

  @Test
  void without_the_program_its_words_are_read_and_the_pages_are_refused() throws Exception {
    var scene = new Scene();
    var images = new PageImages(Scene.USUAL, OfficePrinter::none, new SecureRandom());
    var letter = scene.receive("letter.odt", OfficeDocuments.odt("he called"));
    assertThat(letter.kind()).isEqualTo("document");
    assertThat(letter.office()).contains("odt");
    assertThat(PageImages.possible(letter)).isTrue();
    assertThat(images.drawable(letter)).isFalse();
    assertThatThrownBy(() -> images.page(scene.file, letter, 1)).hasMessage("cage.failed");
    assertThat(Reading.of(scene.file, letter).orElseThrow().page(1).messages())
        .anyMatch(message -> message.text().equals("he called"));
  }
}
