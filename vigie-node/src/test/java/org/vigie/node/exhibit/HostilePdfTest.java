package org.vigie.node.exhibit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.kernel.Language;
import org.vigie.kernel.Refusal;
import org.vigie.node.cage.Cage;
import org.vigie.node.cage.CageLimits;
import org.vigie.node.cage.OfficePrinter;
import org.vigie.node.shell.Messages;

/**
 * Documents made to hurt whoever opens them, one by one: read and drawn in the cage, which ends by
 * itself; the person gets the document's words or one sentence, and the next file is taken in.
 */
class HostilePdfTest {

  private static final String DRAWN = "drawn";
  private static final String READ = "read";
  private static final Messages MESSAGES = Messages.load();

  /** Less patience and memory than usual: what never ends need not be waited for. */
  private static final Supplier<Cage> SHORT = cage(Duration.ofSeconds(20), 4, 64);

  /** For what must not end by time, however slow the machine is. */
  private static final Supplier<Cage> PATIENT = cage(Duration.ofSeconds(90), 60, 64);

  /** Likewise, with the usual memory. */
  private static final Supplier<Cage> WIDE =
      cage(Duration.ofSeconds(90), 60, CageLimits.USUAL.heapMiB());

  private static Supplier<Cage> cage(Duration wall, int cpuSeconds, int heapMiB) {
    var made = new AtomicReference<Cage>();
    var limits = new CageLimits(wall, cpuSeconds, heapMiB, 1L << 30, 2);
    return () -> made.updateAndGet(known -> known != null ? known : Scene.cage(limits));
  }

  private static Supplier<Cage> patientEnough(List<String> outcomes) {
    return outcomes.contains("cage.time") ? SHORT : PATIENT;
  }

  /** Objects of a document, numbered from 1 in the order they are added. */
  private static final class Pdf {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int objects;

    Pdf() throws IOException {
      text("%PDF-1.7\n");
    }

    private void text(String text) throws IOException {
      out.write(text.getBytes(ISO_8859_1));
    }

    Pdf object(String body) throws IOException {
      text(++objects + " 0 obj\n" + body + "\nendobj\n");
      return this;
    }

    Pdf stream(String dictionary, byte[] bytes) throws IOException {
      text(++objects + " 0 obj\n<<" + dictionary + "/Length " + bytes.length + ">>\nstream\n");
      out.write(bytes);
      text("\nendstream\nendobj\n");
      return this;
    }

    /** A catalogue and one page: objects 1 to 3; what it shows is object 4. */
    static Pdf page(String box, String resources) throws IOException {
      return new Pdf()
          .object("<</Type/Catalog/Pages 2 0 R>>")
          .object("<</Type/Pages/Kids[3 0 R]/Count 1>>")
          .object(
              "<</Type/Page/Parent 2 0 R/MediaBox["
                  + box
                  + "]/Contents 4 0 R/Resources<<"
                  + resources
                  + ">>>>");
    }

    byte[] end() throws IOException {
      text("trailer<</Root 1 0 R/Size " + (objects + 1) + ">>\n%%EOF\n");
      return out.toByteArray();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }

  /** Zeros, deflated: a thousandth of their length. */
  private static byte[] zeros(int megabytes) throws IOException {
    var out = new ByteArrayOutputStream();
    var small = new Deflater(9);
    try (var deflate = new DeflaterOutputStream(out, small)) {
      var zeros = new byte[1 << 20];
      for (var i = 0; i < megabytes; i++) {
        deflate.write(zeros);
      }
    } finally {
      small.end();
    }
    return out.toByteArray();
  }

  private static byte[] words(String words) {
    return bytes("BT /F 12 Tf 20 20 Td (" + words + ") Tj ET");
  }

  private static final String HELVETICA =
      "/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>";

  /** A picture of a kind that no reader of ours knows, made of chance. */
  private static byte[] jbig2() throws IOException {
    var noise = new byte[10_000];
    new SecureRandom().nextBytes(noise);
    return Pdf.page("0 0 200 200", HELVETICA + "/XObject<</I 5 0 R>>").stream(
            "", bytes("q 200 0 0 200 0 0 cm /I Do Q BT /F 12 Tf 20 20 Td (beside it) Tj ET"))
        .stream(
            "/Type/XObject/Subtype/Image/Width 60000/Height 60000/BitsPerComponent 1"
                + "/ColorSpace/DeviceGray/Filter/JBIG2Decode",
            noise)
        .end();
  }

  private static byte[] manyPages(int pages) throws IOException {
    var pdf = new Pdf().object("<</Type/Catalog/Pages 2 0 R>>");
    var kids = new StringBuilder();
    for (var i = 0; i < pages; i++) {
      kids.append(5 + i).append(" 0 R ");
    }
    pdf.object("<</Type/Pages/Kids[" + kids + "]/Count " + pages + ">>");
    pdf.object("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>").stream("", words("a page"));
    for (var i = 0; i < pages; i++) {
      pdf.object(
          "<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R"
              + "/Resources<</Font<</F 3 0 R>>>>>>");
    }
    return pdf.end();
  }

  private static byte[] deepArrays() throws IOException {
    var deep = "[".repeat(200_000) + "]".repeat(200_000);
    return Pdf.page("0 0 99 99", HELVETICA + "/Deep " + deep).stream("", words("deep")).end();
  }

  private static byte[] treeWithoutEnd() throws IOException {
    return new Pdf()
        .object("<</Type/Catalog/Pages 2 0 R>>")
        .object("<</Type/Pages/Kids[2 0 R 2 0 R]/Count 1000000000/Parent 2 0 R>>")
        .end();
  }

  private static byte[] formThatDrawsItself() throws IOException {
    return Pdf.page("0 0 99 99", "/XObject<</S 5 0 R>>").stream("", bytes("/S Do ".repeat(20)))
        .stream(
            "/Type/XObject/Subtype/Form/BBox[0 0 99 99]/Resources<</XObject<</S 5 0 R>>>>",
            bytes("/S Do ".repeat(20)))
        .end();
  }

  private static byte[] contentThatGrows() throws IOException {
    return Pdf.page("0 0 99 99", HELVETICA).stream("/Filter/FlateDecode", zeros(150)).end();
  }

  private static byte[] fontThatGrows() throws IOException {
    var font =
        "/Font<</F<</Type/Font/Subtype/TrueType/BaseFont/AAAAAA+X/FirstChar 32/LastChar 33"
            + "/Widths[500 500]/FontDescriptor<</Type/FontDescriptor/FontName/AAAAAA+X/Flags 4"
            + "/FontBBox[0 0 1 1]/ItalicAngle 0/Ascent 1/Descent 0/CapHeight 1/StemV 1"
            + "/FontFile2 5 0 R>>>>>>";
    return Pdf.page("0 0 99 99", font).stream("", words("in a font")).stream(
            "/Filter/FlateDecode/Length1 157286400", zeros(150))
        .end();
  }

  private static byte[] pictureThatGrows() throws IOException {
    return Pdf.page("0 0 200 200", HELVETICA + "/XObject<</I 5 0 R>>").stream(
            "", bytes("q 200 0 0 200 0 0 cm /I Do Q"))
        .stream(
            "/Type/XObject/Subtype/Image/Width 7000/Height 7000/BitsPerComponent 8"
                + "/ColorSpace/DeviceRGB/Filter/FlateDecode",
            zeros(150))
        .end();
  }

  private static byte[] fewLettersThatStandForAll() throws IOException {
    var map =
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
            + "1 begincodespacerange <00000000> <FFFFFFFF> endcodespacerange\n"
            + "100 beginbfrange\n"
            + "<00000000> <FFFFFFFF> <0041>\n".repeat(100)
            + "endbfrange endcmap end end\n";
    var font = "/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 5 0 R>>>>";
    return Pdf.page("0 0 99 99", font).stream("", words("mapped")).stream("", bytes(map)).end();
  }

  /**
   * A document and what becomes of it.
   *
   * @param name what it is
   * @param bytes the document
   * @param reading {@code read}, or the refusals that are right
   * @param drawing {@code drawn}, or the refusals that are right
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
  record Hostile(String name, byte[] bytes, List<String> reading, List<String> drawing) {

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Hostile> documents() throws IOException {
    var read = List.of(READ);
    var drawn = List.of(DRAWN);
    var broken = List.of("import.pdf-broken");
    var missing = List.of("exhibit.not-found");
    var ended = List.of("cage.memory", "cage.time");
    var either = List.of(READ, "cage.memory", "cage.time");
    return List.of(
        new Hostile("JBIG2", jbig2(), read, drawn),
        new Hostile("12,000 pages", manyPages(12_000), read, List.of()),
        new Hostile("deep arrays", deepArrays(), broken, missing),
        new Hostile("a tree without end", treeWithoutEnd(), broken, missing),
        new Hostile("a form that draws itself", formThatDrawsItself(), ended, List.of()),
        new Hostile("words that grow", contentThatGrows(), either, List.of()),
        new Hostile("a font that grows", fontThatGrows(), ended, List.of()),
        new Hostile("a picture that grows", pictureThatGrows(), read, ended),
        new Hostile("letters for all", fewLettersThatStandForAll(), read, drawn),
        new Hostile("a huge page", page("0 0 1000000000 1000000000"), read, drawn),
        new Hostile("a page beyond numbers", page("0 0 1e38 1e38"), read, drawn));
  }

  private static byte[] page(String box) throws IOException {
    return Pdf.page(box, HELVETICA).stream("", words("of a size")).end();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void S_85_a_document_made_to_hurt_ends_in_its_words_or_in_one_sentence(Hostile hostile)
      throws Exception {
    var many = hostile.name().startsWith("12,000");
    var scene = new Scene(Scene.LIMITS, many ? WIDE : patientEnough(hostile.reading()));
    var exhibit = scene.receive("hostile.pdf", hostile.bytes());
    var reading =
        exhibit.derived("messages").isPresent()
            ? READ
            : exhibit.unread().getLast().unread().reason();
    assertThat(hostile.reading()).contains(reading);
    if (!reading.equals(READ)) {
      saysSo("exhibit.unread." + reading);
    }
    if (!hostile.drawing().isEmpty()) {
      var drawing = drawing(scene, exhibit, patientEnough(hostile.drawing()));
      assertThat(hostile.drawing()).contains(drawing);
      if (!drawing.equals(DRAWN)) {
        saysSo(drawing);
      }
    }
    assertThat(scene.bytes(exhibit.received().bytes())).isEqualTo(hostile.bytes());
    assertThat(scene.receive("after.txt", "the next file").derived("text")).isPresent();
  }

  private static void saysSo(String key) {
    for (var language : List.of(Language.EN, Language.FR)) {
      assertThat(MESSAGES.has(language, key)).as(key).isTrue();
    }
  }

  private static String drawing(Scene scene, Exhibit exhibit, Supplier<Cage> cage)
      throws IOException {
    try {
      var images = new PageImages(cage, OfficePrinter::none, new SecureRandom());
      images.page(scene.file, exhibit, 1);
      return DRAWN;
    } catch (Refusal refusal) {
      return refusal.key();
    }
  }
}
