package org.vigie.node.exhibit;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.vigie.imports.cage.CageJob;
import org.vigie.kernel.Refusal;
import org.vigie.node.cage.Cage;
import org.vigie.node.shell.SignedIn;
import org.vigie.register.OpenRegister;
import org.vigie.register.RegisterRefused;

/**
 * Files that came inside an archive: the voice notes and pictures of a conversation. Taken out, one
 * is an exhibit of its own that says where it was; the archive stays as it came. Safe for use by
 * several threads.
 */
public final class Enclosures {

  private static final String ACTION = "enclosed";
  private static final String ARCHIVE = "application/zip";

  private final Intake intake;
  private final Supplier<Cage> cage;

  /** Takes in through {@code intake}; {@code cage} is asked for when an archive is opened. */
  public Enclosures(Intake intake, Supplier<Cage> cage) {
    this.intake = intake;
    this.cage = cage;
  }

  /** Whether {@code exhibit} may hold files that can be taken out. */
  public static boolean mayHold(Exhibit exhibit) {
    return exhibit.received().file().mediaType().equals(ARCHIVE);
  }

  /** The exhibit that was taken out of {@code archive} under this name, if one was. */
  public static Optional<Exhibit> takenOut(OpenRegister file, Exhibit archive, String name)
      throws RegisterRefused {
    return Exhibits.of(file).inOrder().stream()
        .filter(one -> one.received().file().name().equals(name))
        .filter(one -> from(one).filter(archive.id()::equals).isPresent())
        .findFirst();
  }

  /** Identifier of the archive that {@code exhibit} was taken out of, if it was. */
  public static Optional<String> from(Exhibit exhibit) {
    return exhibit.custody().stream()
        .map(Exhibit.Step::noted)
        .filter(noted -> noted.action().equals(ACTION))
        .map(CustodyNoted::purpose)
        .findFirst();
  }

  /**
   * Takes a file out, once: a second time the exhibit that is there is answered. What was known of
   * how the archive came holds for it too.
   *
   * @param name as a message of the archive names it
   * @throws Refusal if the archive does not hold it, or as {@link Intake#receive}
   * @throws IOException if the archive cannot be read
   */
  public Exhibit takeOut(SignedIn member, OpenRegister file, Exhibit archive, String name)
      throws Refusal, IOException {
    var before = takenOut(file, archive, name);
    if (before.isPresent()) {
      return before.get();
    }
    var source = new BlobSource(file, archive.received().bytes());
    var exhibit =
        CagedBytes.lead(
            cage.get(),
            CageJob.enclosed(name),
            source,
            out -> out,
            bytes -> intake.receive(member, file, name, bytes, archive.received().provenance()));
    var sha256 = exhibit.received().bytes().sha256();
    Exhibits.of(file).note(new CustodyNoted(exhibit.id(), ACTION, archive.id(), sha256, ""));
    return Exhibits.of(file).find(exhibit.id()).orElseThrow(ExhibitRefused::notFound);
  }
}
