package org.vigie.node.exhibit;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.vigie.imports.BytesSource;
import org.vigie.imports.Tool;
import org.vigie.imports.cage.CageJob;
import org.vigie.kernel.BlobId;
import org.vigie.kernel.Refusal;
import org.vigie.node.cage.Cage;
import org.vigie.node.cage.CageRefused;
import org.vigie.node.cage.PictureDecoder;
import org.vigie.register.ForgetfulJson;
import org.vigie.register.OpenRegister;
import tools.jackson.databind.json.JsonMapper;

/**
 * Photographs of telephones that a program of the system must decode before they can be shown or
 * covered: HEIC, AVIF, WebP. What comes out of its cage goes through ours, which writes points
 * alone; that PNG is kept beside the photograph, and both preview and covered copies are made of
 * it. Safe for use by several threads.
 */
public final class Stills {

  /** The kind of the PNG that was made of a photograph. */
  public static final String KIND = "still";

  /** Whoever brings a photograph waits so long for others. */
  static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final String PICTURES = "pictures";
  private static final String PREVIEW = "preview";

  /** As large as a covered copy can be. */
  private static final int LONGEST_SIDE = 4096;

  private static final int PREVIEW_SIDE = 1600;
  private static final JsonMapper JSON = ForgetfulJson.builder().build();

  private final Supplier<Cage> cage;
  private final Supplier<PictureDecoder> decoder;
  private final SecureRandom random;

  /** Decoded by {@code decoder}, drawn anew in {@code cage}; both asked for when there is need. */
  public Stills(Supplier<Cage> cage, Supplier<PictureDecoder> decoder, SecureRandom random) {
    this.cage = cage;
    this.decoder = decoder;
    this.random = random;
  }

  /** What {@code exhibit} is decoded with, if it is such a photograph. */
  public static PictureDecoder.Program program(ExhibitReceived exhibit) {
    return PictureDecoder.Program.of(exhibit.file().mediaType());
  }

  /** Whether {@code exhibit} is such a photograph and this machine can decode it. */
  public boolean drawable(ExhibitReceived exhibit) {
    return decoder.get().there(program(exhibit));
  }

  /** How many pictures the file holds, of which the first was decoded. */
  public static int pictures(Exhibit exhibit) {
    var report = exhibit.derived(KIND).map(ExhibitDerived::report).orElse("");
    return Facts.number(Facts.of(report), PICTURES);
  }

  /** The bytes that a picture of {@code exhibit} is drawn from. */
  static ExhibitReceived.Bytes points(Exhibit exhibit) {
    return exhibit
        .derived(KIND)
        .map(ExhibitDerived::bytes)
        .orElseGet(() -> exhibit.received().bytes());
  }

  /**
   * Makes what can be shown of a photograph, where this machine can and nobody did. What fails is
   * written down.
   *
   * @param patience how long to wait for others
   * @return false if others were before it all the time: nothing is written down then
   * @throws Refusal if the case can no longer be written to
   */
  public boolean draw(OpenRegister file, ExhibitReceived exhibit, Duration patience)
      throws Refusal {
    if (!drawable(exhibit)) {
      return true;
    }
    try (var _ = decoder.get().turn().take(file.me(), patience)) {
      // Somebody else may have been before this one.
      var now = Exhibits.of(file).find(exhibit.exhibit()).orElseThrow(ExhibitRefused::notFound);
      if (now.derived(PREVIEW).isEmpty()) {
        make(file, exhibit);
      }
      return true;
    } catch (CageRefused refused) {
      if (refused.busy()) {
        return false;
      }
      note(file, exhibit, refused);
    } catch (Refusal refused) {
      note(file, exhibit, refused);
    } catch (IOException | UncheckedIOException failed) {
      note(file, exhibit, CageRefused.again("cage.failed"));
    }
    return true;
  }

  private static void note(OpenRegister file, ExhibitReceived exhibit, Refusal refused)
      throws Refusal {
    var details = refused.details().stream().map(String::valueOf).toList();
    Exhibits.of(file).unread(new ExhibitUnread(exhibit.exhibit(), PREVIEW, refused.key(), details));
  }

  private void make(OpenRegister file, ExhibitReceived exhibit) throws Refusal, IOException {
    var program = program(exhibit);
    var original = new BlobSource(file, exhibit.bytes());
    // Before the first of its points is decoded.
    cage.get().run(CageJob.size(), original, OutputStream.nullOutputStream());
    var caged = new CagedBytes(cage.get(), file);
    var decoded = decoder.get().decode(bytes(file, exhibit), program);
    var png = new BytesSource(decoded.png());
    var still = caged.make(CageJob.image(LONGEST_SIDE), png, out -> out);
    var points = new BlobSource(file, ExhibitReceived.Bytes.of(still.blob()));
    var preview = caged.make(CageJob.image(PREVIEW_SIDE), points, out -> out);
    Exhibits.of(file)
        .derive(
            List.of(
                derived(exhibit, KIND, still, decoder.get().tool(program), decoded.pictures()),
                derived(exhibit, PREVIEW, preview, Tool.nameAndVersion(), 1)));
  }

  private static byte[] bytes(OpenRegister file, ExhibitReceived exhibit)
      throws Refusal, IOException {
    try (var in = file.openBlob(new BlobId(exhibit.bytes().blob()))) {
      // One byte more than may be decoded, so that what is longer is refused and not cut.
      return in.readNBytes(PictureDecoder.LONGEST + 1);
    }
  }

  private ExhibitDerived derived(
      ExhibitReceived exhibit, String kind, CagedBytes.Made made, String tool, int pictures) {
    var facts = new TreeMap<>(made.result().facts());
    facts.put(PICTURES, Integer.toString(pictures));
    var id = new byte[8];
    random.nextBytes(id);
    return new ExhibitDerived(
        HexFormat.of().formatHex(id),
        exhibit.exhibit(),
        kind,
        ExhibitReceived.Bytes.of(made.blob()),
        "image/png",
        tool,
        JSON.writeValueAsString(facts));
  }
}
