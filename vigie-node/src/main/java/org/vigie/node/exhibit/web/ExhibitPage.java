package org.vigie.node.exhibit.web;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.PartialDate;
import org.vigie.node.exhibit.CoveredCopies;
import org.vigie.node.exhibit.CustodyStory;
import org.vigie.node.exhibit.Enclosures;
import org.vigie.node.exhibit.Exhibit;
import org.vigie.node.exhibit.ExhibitNote;
import org.vigie.node.exhibit.ExhibitReceived;
import org.vigie.node.exhibit.ExhibitUnread;
import org.vigie.node.exhibit.Facts;
import org.vigie.node.exhibit.PageImages;
import org.vigie.node.exhibit.PictureCover;
import org.vigie.node.exhibit.ReadingReport;
import org.vigie.node.exhibit.Receipts;
import org.vigie.node.exhibit.SpeechReport;
import org.vigie.node.exhibit.Stills;
import org.vigie.node.shell.Choices;
import org.vigie.node.shell.Frame;

/**
 * One exhibit.
 *
 * @param caseId the case
 * @param exhibit as it stands
 * @param shown whether its content was asked for
 * @param drawable whether its pages, if it has any, can be drawn on this machine
 * @param receipt how it stands in the log
 * @param history from the beginning
 * @param gaps keys of sentences about what is not known
 * @param beside what people wrote beside it
 * @param notes what other capabilities have to say of it
 * @param heard what is shown of a recording
 * @param undrawn whether it is a photograph that must be decoded before it is shown
 * @param held the files in it, if it is an archive
 */
public record ExhibitPage(
    String caseId,
    Exhibit exhibit,
    boolean shown,
    boolean drawable,
    Receipts.State receipt,
    List<Event> history,
    List<String> gaps,
    Beside beside,
    List<ExhibitNote.Card> notes,
    Heard heard,
    Undrawn undrawn,
    Held held) {

  private static final Set<String> AGAIN =
      Set.of("import.zip-too-many-entries", "import.zip-too-large");

  /**
   * Something that happened to it.
   *
   * @param at when
   * @param key of its sentence
   * @param details what fills it
   */
  public record Event(Instant at, String key, List<Object> details) {

    /** The details as a sentence takes them. */
    public Object[] filling() {
      return details.toArray();
    }
  }

  /** Address of the exhibit. */
  public String base() {
    return "/cases/" + caseId + "/exhibits/" + exhibit.id();
  }

  /** Identifier of the archive it was taken out of, if it was. */
  public Optional<String> archive() {
    return Enclosures.from(exhibit);
  }

  /** Whether the browser can be asked to play it, or WAV that was written for that. */
  public boolean playable() {
    return !heard.path().isEmpty();
  }

  /** Whether there is a picture to show. */
  public boolean pictured() {
    return exhibit.derived("preview").isPresent();
  }

  /** How many pictures the file holds, of which the first is shown. */
  public int pictures() {
    return Stills.pictures(exhibit);
  }

  /** Whether faces and other parts of it can be covered as of a picture. */
  public boolean coverable() {
    return PictureCover.possible(exhibit);
  }

  /** Copies of the picture with parts covered, oldest first. */
  public List<Exhibit.Derived> covered() {
    return CoveredCopies.of(exhibit).stream()
        .filter(one -> one.made().mediaType().equals("image/png"))
        .toList();
  }

  /** Whether it is a document that has pages. */
  public boolean paged() {
    return PageImages.possible(exhibit);
  }

  /** Whether there is a text to show. */
  public boolean written() {
    return exhibit.derived("text").isPresent() && !chat();
  }

  /** Whether messages were read. */
  public boolean chat() {
    return exhibit.derived("messages").isPresent();
  }

  /** What was read, if messages were. */
  public ReadingReport report() {
    return ReadingReport.parse(exhibit.derived("messages").map(made -> made.report()).orElse(""));
  }

  /** What the person is asked about dates, if the order is open. */
  public Optional<Dates> dates() {
    return exhibit
        .missing()
        .filter(missing -> missing.reason().equals(ExhibitUnread.DATES))
        .map(missing -> Dates.of(missing.details()));
  }

  /** Key of the sentence about what could not be made, if anything could not. */
  public @Nullable String missingKey() {
    return exhibit
        .missing()
        .filter(missing -> !missing.reason().equals(ExhibitUnread.DATES))
        .map(missing -> "exhibit.unread." + missing.reason())
        .orElse(null);
  }

  /**
   * Whether it is worth trying once more to read it: it broke off, or was beyond what was read
   * then.
   */
  public boolean readable() {
    return exhibit
        .missing("messages")
        .map(ExhibitUnread::reason)
        .filter(ExhibitPage::worthAgain)
        .isPresent();
  }

  static boolean worthAgain(String reason) {
    return reason.startsWith("cage.") || AGAIN.contains(reason);
  }

  /** Tags of the languages in it, as a person said. */
  public List<String> languages() {
    return exhibit.received().languages();
  }

  /** What its messages look like, the commonest first: proposals nobody confirmed. */
  public List<String> looksLike() {
    return SpeechReport.of(exhibit).byNumber();
  }

  /** How many messages look like several languages at once; 0 once a person said whether. */
  public int mixed() {
    return exhibit.received().mixing().isEmpty() ? SpeechReport.of(exhibit).mixed() : 0;
  }

  /** Whether a person said that languages are mixed in it. */
  public boolean saidMixed() {
    return exhibit.received().mixing().equals(ExhibitReceived.MIXED);
  }

  /** Why somebody may have opened it, labelled. */
  public static Map<String, String> reasons(Frame frame) {
    return Choices.of(frame, "exhibit.reason", CustodyStory.REASONS);
  }

  /** Facts that the cage found out about a recording. */
  public Map<String, String> sound() {
    return Facts.of(exhibit.derived("sound").map(made -> made.report()).orElse(""));
  }

  /** When it was obtained, if that is known. */
  public Optional<PartialDate> obtained() {
    return PartialDate.parse(exhibit.received().provenance().obtainedAt());
  }

  /**
   * Two ways to read one date.
   *
   * @param line source line
   * @param raw the date as it stands there
   * @param readings order and date, two or three
   * @param within the file in an archive that asks, or empty
   */
  public record Dates(String line, String raw, Map<String, PartialDate> readings, String within) {

    /** Line, raw date, and twice what it may mean. */
    private static final int DETAILS = 4;

    static Dates of(List<String> details) {
      var readings = new LinkedHashMap<String, PartialDate>();
      var told = Math.min(DETAILS, details.size());
      for (var detail : details.subList(Math.min(2, told), told)) {
        for (var reading : detail.split(" / ", -1)) {
          var date = PartialDate.parse(reading.replaceAll(" \\(.*", ""));
          var order = reading.replaceAll(".*\\(|\\).*", "");
          date.ifPresent(day -> readings.put(order, day));
        }
      }
      var line = details.isEmpty() ? "" : details.getFirst();
      var within = details.size() > DETAILS ? details.get(DETAILS) : "";
      return new Dates(line, details.size() < 2 ? "" : details.get(1), readings, within);
    }
  }
}
