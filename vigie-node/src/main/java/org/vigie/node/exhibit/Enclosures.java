package org.vigie.node.exhibit;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.vigie.imports.cage.CageJob;
import org.vigie.imports.detect.Enclosed;
import org.vigie.kernel.Refusal;
import org.vigie.node.cage.Cage;
import org.vigie.node.shell.SignedIn;
import org.vigie.register.OpenRegister;
import org.vigie.register.RegisterRefused;

/**
 * Files that came inside another: the voice notes and pictures in the archive of a conversation,
 * whatever else lies in an archive, what was attached to mail or to picture messages, what saved
 * pages show. Taken out, one is an exhibit of its own that says where it was; what it came in stays
 * as it came. Safe for use by several threads.
 */
public final class Enclosures {

  /** The step of whoever took something out. */
  static final String ACTION = "enclosed";

  /** What holds the files of its messages itself, alone or in an archive. */
  private static final Set<String> HOLDERS = Set.of("eml", "mbox", "mhtml", "sms-xml", "warc");

  /**
   * A file that a message names.
   *
   * @param name as the message writes it
   * @param at where the message begins, in a document where several files may bear one name; else
   *     -1
   */
  public record Named(String name, long at) {

    /** What the cage is told: where the place tells the file, no name, which may be any length. */
    Enclosed.Wanted wanted() {
      return new Enclosed.Wanted(at < 0 ? name : "", at);
    }
  }

  private final Intake intake;
  private final Supplier<Cage> cage;

  /** Takes in through {@code intake}; {@code cage} is asked for when an archive is opened. */
  public Enclosures(Intake intake, Supplier<Cage> cage) {
    this.intake = intake;
    this.cage = cage;
  }

  /** Whether {@code exhibit} may hold files that can be taken out. */
  public static boolean mayHold(Exhibit exhibit) {
    return ArchiveFiles.isArchive(exhibit) || holdsItself(exhibit);
  }

  private static boolean holdsItself(Exhibit exhibit) {
    return exhibit.format().filter(HOLDERS::contains).isPresent();
  }

  /** The file that {@code message} names and that {@code exhibit} holds, if it says so. */
  public static Optional<Named> named(Exhibit exhibit, ReadMessage message) {
    var name = message.media();
    if (name.isEmpty() || message.flags().contains("missing")) {
      return Optional.empty();
    } else if (message.flags().contains("embedded")) {
      return holdsItself(exhibit)
          ? Optional.of(new Named(name, message.offset()))
          : Optional.empty();
    }
    return ArchiveFiles.isArchive(exhibit) ? Optional.of(new Named(name, -1)) : Optional.empty();
  }

  /**
   * Whether {@code exhibit} is that file, taken out of what it came in. Of a long name, as
   * addresses are, its beginning was kept.
   */
  public static boolean is(Exhibit exhibit, Named named) {
    var place = place(exhibit).orElse(TakenFrom.message("", -1));
    if (!place.path().isEmpty()) {
      return named.at() < 0 && place.means(named.name());
    }
    var kept = exhibit.received().file().name();
    return place.at() == named.at()
        && (named.at() < 0 ? kept.equals(named.name()) : named.name().startsWith(kept));
  }

  /** Identifier of what {@code exhibit} was taken out of, if it was. */
  public static Optional<String> from(Exhibit exhibit) {
    return place(exhibit).map(TakenFrom::exhibit);
  }

  /** Likewise, by the step in which it was taken out. */
  static String from(CustodyNoted step) {
    return TakenFrom.parse(step.purpose()).exhibit();
  }

  /** Where {@code exhibit} lay, if it was taken out of another. */
  static Optional<TakenFrom> place(Exhibit exhibit) {
    return exhibit.custody().stream()
        .map(Exhibit.Step::noted)
        .filter(noted -> noted.action().equals(ACTION))
        .map(noted -> TakenFrom.parse(noted.purpose()))
        .findFirst();
  }

  private static Optional<Exhibit> takenOut(OpenRegister file, Exhibit archive, Named named)
      throws RegisterRefused {
    return Exhibits.of(file).inOrder().stream()
        .filter(one -> is(one, named))
        .filter(one -> from(one).filter(archive.id()::equals).isPresent())
        .findFirst();
  }

  /**
   * Takes a file out, once: a second time the exhibit that is there is answered. What was known of
   * how the archive came holds for it too.
   *
   * @param named as a message of it names it
   * @throws Refusal if the archive does not hold it, or as {@link Intake#receive}
   * @throws IOException if the archive cannot be read
   */
  public Exhibit takeOut(SignedIn member, OpenRegister file, Exhibit archive, Named named)
      throws Refusal, IOException {
    var before = takenOut(file, archive, named);
    if (before.isPresent()) {
      return before.get();
    }
    var place = TakenFrom.message(archive.id(), named.at());
    return takeOut(member, file, archive, named, place);
  }

  /**
   * Takes a file of an archive out that no message need name, once, likewise.
   *
   * @param held the list of the files in {@code archive}
   * @param wanted one of them
   * @throws Refusal as the other
   * @throws IOException if the archive cannot be read
   */
  public Exhibit takeOut(
      SignedIn member,
      OpenRegister file,
      Exhibit archive,
      ArchiveFiles held,
      ArchiveFiles.File wanted)
      throws Refusal, IOException {
    var before = held.takenOut(archive, Exhibits.of(file).inOrder()).get(wanted.number());
    if (before != null) {
      return before;
    }
    var named = new Named(wanted.path(), -1);
    return takeOut(member, file, archive, named, held.place(archive, wanted));
  }

  private Exhibit takeOut(
      SignedIn member, OpenRegister file, Exhibit archive, Named named, TakenFrom place)
      throws Refusal, IOException {
    var source = new BlobSource(file, archive.received().bytes());
    var wanted = named.wanted();
    var exhibit =
        CagedBytes.lead(
            cage.get(),
            CageJob.enclosed(wanted.name(), wanted.at()),
            source,
            out -> out,
            bytes ->
                intake.receive(member, file, named.name(), bytes, archive.received().provenance()));
    var sha256 = exhibit.received().bytes().sha256();
    Exhibits.of(file).note(new CustodyNoted(exhibit.id(), ACTION, place.text(), sha256, ""));
    return Exhibits.of(file).find(exhibit.id()).orElseThrow(ExhibitRefused::notFound);
  }
}
