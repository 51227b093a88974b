package org.vigie.node.exhibit;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.cage.CageJob;
import org.vigie.imports.detect.Exports;
import org.vigie.kernel.Refusal;
import org.vigie.node.cage.Cage;
import org.vigie.register.ForgetfulJson;
import org.vigie.register.OpenRegister;
import tools.jackson.databind.json.JsonMapper;

/**
 * Pages of PDF exhibits as pictures, drawn in the cage when somebody first looks at one and kept
 * from then on. Safe for use by several threads.
 */
public final class PageImages {

  /** The kind of a page that was drawn. */
  public static final String KIND = "page";

  private static final int LONGEST_SIDE = 1600;
  private static final JsonMapper JSON = ForgetfulJson.builder().build();

  private final Supplier<Cage> cage;
  private final SecureRandom random;

  /** Drawn in {@code cage}, which is asked for when there is need. */
  public PageImages(Supplier<Cage> cage, SecureRandom random) {
    this.cage = cage;
    this.random = random;
  }

  /**
   * A page that was drawn.
   *
   * @param number from 1
   * @param pages how many the document has
   * @param width of the picture in points
   * @param height of the picture in points
   * @param made where it lies
   */
  public record Sheet(int number, int pages, int width, int height, ExhibitDerived made) {}

  /** Whether {@code exhibit} is a document whose pages can be drawn. */
  public static boolean possible(Exhibit exhibit) {
    return exhibit.received().file().mediaType().equals("application/pdf");
  }

  /** The page with this number, if it was drawn. */
  public static Optional<Sheet> drawn(Exhibit exhibit, int number) {
    return exhibit.derived().stream()
        .map(Exhibit.Derived::made)
        .filter(made -> made.kind().equals(KIND))
        .map(PageImages::sheet)
        .filter(sheet -> sheet.number() == number)
        .findFirst();
  }

  private static Sheet sheet(ExhibitDerived made) {
    var facts = Facts.of(made.report());
    return new Sheet(
        Facts.number(facts, "page"),
        Facts.number(facts, "pages"),
        Facts.number(facts, "shown-width"),
        Facts.number(facts, "shown-height"),
        made);
  }

  /**
   * The page with this number, drawn now if it was not before.
   *
   * @param number from 1
   * @throws ExhibitRefused {@code exhibit.not-found} if there is no such page
   * @throws Refusal if the cage refuses
   */
  public Sheet page(OpenRegister file, Exhibit exhibit, int number) throws Refusal, IOException {
    var before = drawn(exhibit, number);
    if (before.isPresent()) {
      return before.get();
    }
    if (!possible(exhibit)) {
      throw ExhibitRefused.notFound();
    }
    try {
      var source = new BlobSource(file, exhibit.received().bytes());
      var job = CageJob.page(number, LONGEST_SIDE);
      var made = new CagedBytes(cage.get(), file).make(job, source, out -> out);
      var derived = derived(exhibit, made);
      Exhibits.of(file).derive(derived);
      return sheet(derived);
    } catch (ImportRefused refused) {
      throw refused.key().equals("import.pdf-page-missing") ? ExhibitRefused.notFound() : refused;
    }
  }

  private ExhibitDerived derived(Exhibit exhibit, CagedBytes.Made made) {
    var id = new byte[8];
    random.nextBytes(id);
    var blob = made.blob();
    return new ExhibitDerived(
        HexFormat.of().formatHex(id),
        exhibit.id(),
        KIND,
        new ExhibitReceived.Bytes(blob.id().value(), blob.length(), blob.sha256(), blob.sha512()),
        "image/png",
        tool(),
        JSON.writeValueAsString(made.result().facts()));
  }

  private static String tool() {
    var version = Exports.class.getPackage().getImplementationVersion();
    return version == null ? "vigie-imports" : "vigie-imports " + version;
  }
}
