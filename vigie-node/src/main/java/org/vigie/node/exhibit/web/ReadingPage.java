package org.vigie.node.exhibit.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.PartialDate;
import org.vigie.node.exhibit.Enclosures;
import org.vigie.node.exhibit.Exhibit;
import org.vigie.node.exhibit.ExhibitReceived;
import org.vigie.node.exhibit.MessageIndex;
import org.vigie.node.exhibit.ReadMessage;
import org.vigie.node.exhibit.Reading;
import org.vigie.node.exhibit.ReadingReport;
import org.vigie.node.exhibit.Rendering;
import org.vigie.node.exhibit.Sift;
import org.vigie.node.exhibit.Speech;
import org.vigie.node.shell.Choices;
import org.vigie.node.shell.Frame;

/**
 * A page of messages.
 *
 * @param caseId the case
 * @param exhibit where they come from
 * @param report what was read
 * @param slice the messages
 * @param silences of the whole exhibit, in order
 * @param last number of the first message of the last page
 * @param sift what was asked for
 * @param view how it is shown
 * @param beside what others wrote about it
 */
public record ReadingPage(
    String caseId,
    Exhibit exhibit,
    ReadingReport report,
    Reading.Slice slice,
    List<MessageIndex.Silence> silences,
    long last,
    Sift sift,
    View view,
    Beside beside) {

  private static final int LONGEST = 6000;

  /**
   * How a page is shown.
   *
   * @param at number of the message it begins at or holds
   * @param who place of the author in the report, from 0; -1 for everybody
   * @param fresh whether only messages are shown that no other export of the chat has
   * @param open whether the words of the page are shown
   * @param one the one message whose words are shown; 0 for none
   */
  public record View(long at, int who, boolean fresh, boolean open, long one) {}

  /** Address of the exhibit. */
  public String base() {
    return "/cases/" + caseId + "/exhibits/" + exhibit.id();
  }

  /** Whether the words of {@code message} were asked for. */
  public boolean opened(ReadMessage message) {
    return view.open() || view.one() == message.n();
  }

  /** Whether a message here bears a time and the file does not say in which time zone. */
  public boolean withoutZone() {
    return slice.messages().stream().anyMatch(ReadMessage::withoutZone);
  }

  /** Whether its words must not be left out: lines of the application itself. */
  public boolean plain(ReadMessage message) {
    return message.kind().equals("system") || message.kind().equals("deleted");
  }

  /** The words, cut where they would drown the page. */
  public String words(ReadMessage message) {
    return longer(message) ? message.text().substring(0, LONGEST) : message.text();
  }

  /** Whether {@link #words} left something out. */
  public boolean longer(ReadMessage message) {
    return message.text().length() > LONGEST;
  }

  /** Translations and transcripts that begin with {@code message}. */
  public List<Rendering> renderings(ReadMessage message) {
    return beside.beginningIn(message.line(), message.lastLine());
  }

  /** Those that say something of {@code message} and stand by an earlier one. */
  public List<Rendering> above(ReadMessage message) {
    var here = renderings(message);
    return beside.touching(message.line(), message.lastLine()).stream()
        .filter(one -> !here.contains(one))
        .toList();
  }

  /** The exhibit that the file of {@code message} has become, if it was taken out. */
  public @Nullable Exhibit takenOut(ReadMessage message) {
    var named = Enclosures.named(exhibit, message).orElse(null);
    return named == null
        ? null
        : beside.enclosed().stream()
            .filter(one -> Enclosures.is(one, named))
            .findFirst()
            .orElse(null);
  }

  /** Whether the file of {@code message} came with it and is still in its archive only. */
  public boolean within(ReadMessage message) {
    return Enclosures.named(exhibit, message).isPresent() && takenOut(message) == null;
  }

  /** Whether this page shows several such files. */
  public boolean holdsSeveral() {
    return slice.messages().stream().filter(this::within).count() > 1;
  }

  /** Whether the words of {@code message} look like several languages and nobody said no. */
  public boolean mixed(ReadMessage message) {
    var unmixed = exhibit.received().mixing().equals(ExhibitReceived.UNMIXED);
    return !unmixed && Speech.of(message.text()).size() > 1;
  }

  /** Numbers of the first and the last message shown. */
  public List<Long> shown() {
    var messages = slice.messages();
    return messages.isEmpty()
        ? List.of()
        : List.of(messages.getFirst().n(), messages.getLast().n());
  }

  /** Whether more is asked for than what no other export has. */
  public boolean sifted() {
    return !(sift.author() + sift.kind() + sift.wanted()).isEmpty();
  }

  /** Address of this page beginning at message {@code n}, with the same sift. */
  public String page(long n) {
    return query(n, view.open() ? "&open=page" : "");
  }

  /** Address of this page with all words shown, or none. */
  public String words(boolean shown) {
    return query(view.at(), shown ? "&open=page" : "");
  }

  /** Address of this page with the words of one message shown. */
  public String one(ReadMessage message) {
    return query(view.at(), "&open=" + message.n()) + "#m" + message.n();
  }

  private String query(long at, String more) {
    var who = view.who() < 0 ? "" : "&who=" + view.who();
    var kind = sift.kind().isEmpty() ? "" : "&kind=" + sift.kind();
    var fresh = view.fresh() ? "&fresh=yes" : "";
    return base() + "/messages?at=" + at + who + kind + fresh + more;
  }

  /** The silence that {@code message} ends, if all messages are shown. */
  public MessageIndex.@Nullable Silence before(ReadMessage message) {
    return sift.all()
        ? silences.stream().filter(s -> s.n() == message.n()).findFirst().orElse(null)
        : null;
  }

  /** The longest silences, in the order of time. */
  public List<MessageIndex.Silence> longest() {
    var longest = new ArrayList<>(silences);
    longest.sort((a, b) -> Long.compare(b.days(), a.days()));
    return silences.stream()
        .filter(longest.subList(0, Math.min(12, longest.size()))::contains)
        .toList();
  }

  /** Authors to choose from, by their place in the report. */
  public Map<String, String> authors() {
    var authors = new LinkedHashMap<String, String>();
    for (var i = 0; i < report.authors().size(); i++) {
      authors.put(Integer.toString(i), report.authors().get(i));
    }
    return authors;
  }

  /** Kinds to choose from. */
  public static Map<String, String> kinds(Frame frame) {
    return Choices.of(
        frame, "exhibit.message", "text", "media", "call", "deleted", "system", "unknown");
  }

  /** A day of the export, for words. */
  public static Optional<PartialDate> day(java.time.LocalDateTime time) {
    return PartialDate.parse(time.toLocalDate().toString());
  }
}
