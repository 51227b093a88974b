package org.vigie.node.exhibit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.Tool;
import org.vigie.imports.cage.CageJob;
import org.vigie.kernel.BlobId;
import org.vigie.kernel.Refusal;
import org.vigie.node.cage.Cage;
import org.vigie.node.cage.CageRefused;
import org.vigie.node.cage.OfficePrinter;
import org.vigie.register.ForgetfulJson;
import org.vigie.register.OpenRegister;
import org.vigie.register.StoredBlob;
import tools.jackson.databind.json.JsonMapper;

/**
 * Pages of exhibits as pictures, drawn in the cage when somebody first looks at one and kept from
 * then on: of PDF, and of documents of word processors where this machine can turn them into PDF.
 * Safe for use by several threads.
 */
public final class PageImages {

  /** The kind of a page that was drawn. */
  public static final String KIND = "page";

  /** The kind of the PDF that a document of a word processor was turned into. */
  public static final String PAPER = "paper";

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int LONGEST_SIDE = 1600;
  private static final JsonMapper JSON = ForgetfulJson.builder().build();

  private final Supplier<Cage> cage;
  private final Supplier<OfficePrinter> printer;
  private final SecureRandom random;

  /** Drawn in {@code cage}; both it and {@code printer} are asked for when there is need. */
  public PageImages(Supplier<Cage> cage, Supplier<OfficePrinter> printer, SecureRandom random) {
    this.cage = cage;
    this.printer = printer;
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

  /** Whether {@code exhibit} is a document that has pages. */
  public static boolean possible(Exhibit exhibit) {
    return isPdf(exhibit) || exhibit.office().isPresent();
  }

  private static boolean isPdf(Exhibit exhibit) {
    return exhibit.received().file().mediaType().equals("application/pdf");
  }

  /** Whether the pages of {@code exhibit} can be drawn on this machine. */
  public boolean drawable(Exhibit exhibit) {
    return isPdf(exhibit) || (exhibit.office().isPresent() && printer.get().there());
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
   * The page with this number, drawn now if it was not before. A document that could not be turned
   * into PDF is not tried again until somebody {@linkplain #again asks for it}.
   *
   * @param number from 1
   * @throws ExhibitRefused {@code exhibit.not-found} if there is no such page
   * @throws CageRefused also where it was refused before; {@code cage.busy} if others are before it
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
      var source = new BlobSource(file, pdf(file, exhibit));
      var job = CageJob.page(number, LONGEST_SIDE);
      var made = new CagedBytes(cage.get(), file).make(job, source, out -> out);
      var facts = JSON.writeValueAsString(made.result().facts());
      var derived = derived(exhibit, KIND, made.blob(), "image/png", Tool.nameAndVersion(), facts);
      Exhibits.of(file).derive(derived);
      return sheet(derived);
    } catch (ImportRefused refused) {
      throw refused.key().equals("import.pdf-page-missing") ? ExhibitRefused.notFound() : refused;
    }
  }

  /**
   * Tries once more to turn a document into PDF that could not be.
   *
   * @throws CageRefused if it cannot be now either; {@code cage.busy} if others are before it
   */
  public void again(OpenRegister file, Exhibit exhibit) throws Refusal, IOException {
    if (exhibit.office().isPresent() && exhibit.missing(PAPER).isPresent()) {
      var _ = printed(file, exhibit, true);
    }
  }

  /** The PDF whose pages are drawn: the exhibit itself, or what it was turned into, once. */
  private ExhibitReceived.Bytes pdf(OpenRegister file, Exhibit exhibit)
      throws Refusal, IOException {
    if (exhibit.office().isEmpty()) {
      return exhibit.received().bytes();
    }
    var before = exhibit.derived(PAPER);
    return before.isPresent() ? before.get().bytes() : printed(file, exhibit, false);
  }

  /** Whoever waits for the printer has nothing of a document in memory. */
  private ExhibitReceived.Bytes printed(OpenRegister file, Exhibit exhibit, boolean again)
      throws Refusal, IOException {
    var office = printer.get();
    if (!again) {
      requireUntried(exhibit);
    }
    try (var _ = office.turn().take(file.me(), PATIENCE)) {
      // Another look at the same document may have been before this one.
      var now = Exhibits.of(file).find(exhibit.id()).orElseThrow(ExhibitRefused::notFound);
      var before = now.derived(PAPER);
      if (before.isPresent()) {
        return before.get().bytes();
      }
      if (!again) {
        requireUntried(now);
      }
      return print(file, now, office);
    }
  }

  private static void requireUntried(Exhibit exhibit) throws CageRefused {
    var failed = exhibit.missing(PAPER);
    if (failed.isPresent()) {
      throw CageRefused.again(failed.get().reason());
    }
  }

  private ExhibitReceived.Bytes print(OpenRegister file, Exhibit exhibit, OfficePrinter office)
      throws Refusal, IOException {
    byte[] made;
    try {
      made = office.print(document(file, exhibit), exhibit.office().orElseThrow());
    } catch (CageRefused refused) {
      if (office.there()) {
        var unread = new ExhibitUnread(exhibit.id(), PAPER, refused.key(), List.of());
        Exhibits.of(file).unread(unread);
      }
      throw refused;
    }
    var blob = file.storeBlob(new ByteArrayInputStream(made), OfficePrinter.LONGEST);
    var derived = derived(exhibit, PAPER, blob, "application/pdf", office.tool(), "{}");
    Exhibits.of(file).derive(derived);
    return derived.bytes();
  }

  private static byte[] document(OpenRegister file, Exhibit exhibit) throws Refusal, IOException {
    try (var in = file.openBlob(new BlobId(exhibit.received().bytes().blob()))) {
      // One byte more than may be printed, so that what is longer is refused and not cut.
      return in.readNBytes(OfficePrinter.LONGEST + 1);
    }
  }

  private ExhibitDerived derived(
      Exhibit exhibit, String kind, StoredBlob blob, String mediaType, String tool, String facts) {
    var id = new byte[8];
    random.nextBytes(id);
    return new ExhibitDerived(
        HexFormat.of().formatHex(id),
        exhibit.id(),
        kind,
        ExhibitReceived.Bytes.of(blob),
        mediaType,
        tool,
        facts);
  }
}
