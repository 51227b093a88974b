package org.vigie.node.exhibit.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.Refusal;
import org.vigie.node.exhibit.ArchiveFiles;
import org.vigie.node.exhibit.Exhibit;
import org.vigie.node.exhibit.ExhibitUnread;
import org.vigie.node.shell.Form;

/**
 * What is shown of the files in an archive: a page of their names, to be taken out one by one.
 *
 * @param possible whether the exhibit is an archive whose files can be listed
 * @param files all of them, if they were
 * @param taken exhibits that some have become, by the number of the file
 * @param from number of the first that is shown
 * @param reason why they were not listed, as {@link ExhibitUnread} names it, if it was tried
 */
public record Held(
    boolean possible,
    Optional<ArchiveFiles> files,
    Map<Integer, Exhibit> taken,
    int from,
    Optional<String> reason) {

  /** Names on one page. */
  static final int PAGE = 200;

  /** The parameter that holds the number of the first. */
  static final String FROM = "files";

  static Held of(ExhibitCase found, Exhibit exhibit, Beside beside, Form form) {
    var files = listed(found, exhibit);
    var taken = files.map(all -> all.takenOut(exhibit, beside.enclosed())).orElse(Map.of());
    var reason = exhibit.missing(ArchiveFiles.KIND).map(ExhibitUnread::reason);
    return new Held(ArchiveFiles.possible(exhibit), files, taken, from(form, files), reason);
  }

  /** A list that is lost or damaged is none: it can be made anew, and the exhibit is shown. */
  private static Optional<ArchiveFiles> listed(ExhibitCase found, Exhibit exhibit) {
    try {
      return ArchiveFiles.of(found.file(), exhibit);
    } catch (IOException | UncheckedIOException | Refusal lost) {
      return Optional.empty();
    }
  }

  /** The beginning of a page that there is. */
  private static int from(Form form, Optional<ArchiveFiles> files) {
    var asked = form.text(FROM);
    var number = asked.matches("[0-9]{1,6}") ? Integer.parseInt(asked) : 1;
    var all = files.map(held -> held.all().size()).orElse(0);
    var first = Math.min(Math.max(1, number), Math.max(1, all));
    return first - (first - 1) % PAGE;
  }

  /** Whether it is worth trying to list them: it was not tried, or it broke off. */
  public boolean listable() {
    return reason.isEmpty() || ExhibitPage.worthAgain(reason.get());
  }

  /** How many there are. */
  public int all() {
    return files.map(held -> held.all().size()).orElse(0);
  }

  /** Number of the last that is shown. */
  public int to() {
    return Math.min(all(), from + PAGE - 1);
  }

  /** Those that are shown. */
  public List<ArchiveFiles.File> shown() {
    return files.map(held -> held.all().subList(from - 1, to())).orElse(List.of());
  }

  /** How many of all cannot be taken out. */
  public int closed() {
    return files.map(held -> held.closed().size()).orElse(0);
  }

  /** The exhibit that {@code file} has become, if it was taken out. */
  public @Nullable Exhibit taken(ArchiveFiles.File file) {
    return taken.get(file.number());
  }

  /** Whether one that is shown can still be taken out. */
  public boolean takeable() {
    return shown().stream().anyMatch(file -> !file.closed() && taken(file) == null);
  }

  /**
   * Whether nothing but the list says what it holds: it is no paper of a form that is not shown.
   */
  public boolean tellsAll() {
    return files.isPresent() && !files.get().paper();
  }

  /** Number of the first on the page before, or 0. */
  public int before() {
    return Math.max(0, from - PAGE);
  }

  /** Number of the first on the next page, or 0. */
  public int after() {
    return to() < all() ? to() + 1 : 0;
  }
}
