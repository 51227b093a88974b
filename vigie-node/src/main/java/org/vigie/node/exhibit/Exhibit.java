package org.vigie.node.exhibit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.register.Author;

/**
 * One exhibit as it stands.
 *
 * @param number from 1, in the order of receipt; how people cite it
 * @param received what came in, and how
 * @param at when it was received
 * @param by who received it
 * @param sequence its entry, for the receipt
 * @param intake what the custody log commits to, or null if nothing or if it was erased
 * @param derived what was made from it, oldest first
 * @param unread attempts that gave nothing, oldest first
 * @param custody steps in its keeping, oldest first; corrections of its provenance among them, with
 *     the action {@code corrected}
 */
public record Exhibit(
    int number,
    ExhibitReceived received,
    Instant at,
    Author by,
    long sequence,
    @Nullable ExhibitIntake intake,
    List<Derived> derived,
    List<Attempt> unread,
    List<Step> custody) {

  private static final Set<String> TOLD_ELSEWHERE =
      Set.of(PageImages.PAPER, SoundSamples.KIND, ArchiveFiles.KIND);
  private static final Pattern FORMAT = Pattern.compile("\"format\"\\s*:\\s*\"([a-z0-9-]{1,40})\"");
  private static final Set<String> OFFICE = Set.of("docx", "odt");

  /** Something made from it, with when. */
  public record Derived(Instant at, ExhibitDerived made) {}

  /** An attempt that gave nothing, with when. */
  public record Attempt(Instant at, ExhibitUnread unread) {}

  /** A step in its keeping, with when and by whom. */
  public record Step(Instant at, Author by, CustodyNoted noted) {}

  /** Copies the lists. */
  public Exhibit {
    derived = List.copyOf(derived);
    unread = List.copyOf(unread);
    custody = List.copyOf(custody);
  }

  /** Identifier within the case. */
  public String id() {
    return received.exhibit();
  }

  /**
   * What kind of thing it is: as told or seen, or {@code chat} once messages were read from it. A
   * paper stays a document, though its pages or paragraphs are read like messages.
   */
  public String kind() {
    var told = received.kind();
    var open = told.isEmpty() || told.equals("document") || told.equals("other");
    if (open && office().isPresent()) {
      return "document";
    }
    var paper = received.file().mediaType().equals("application/pdf");
    return open && !paper && derived("messages").isPresent() ? "chat" : told;
  }

  /** The format, {@code docx} or {@code odt}, if it was read as a word processor's document. */
  public Optional<String> office() {
    var zip = received.file().mediaType().equals("application/zip");
    return zip ? format().filter(OFFICE::contains) : Optional.empty();
  }

  /** The format it was read as, such as {@code telegram-json}, if messages were read from it. */
  public Optional<String> format() {
    return derived("messages")
        .map(made -> FORMAT.matcher(made.report()))
        .filter(Matcher::find)
        .map(found -> found.group(1));
  }

  /** The name under which it is handed out: ours, not the sender's. */
  public String fileName() {
    return "exhibit-" + number + "." + ContentType.extensionOf(received.file().mediaType());
  }

  /** The newest derived item of this kind. */
  public Optional<ExhibitDerived> derived(String kind) {
    return derived.stream()
        .map(Derived::made)
        .filter(made -> made.kind().equals(kind))
        .reduce((earlier, later) -> later);
  }

  /**
   * The newest attempt that gave nothing, unless something of its kind was made since. That a
   * document's pages could not be drawn, a recording not be decoded to cover parts of it, or the
   * files of an archive not be listed, is told where that is asked for.
   */
  public Optional<ExhibitUnread> missing() {
    return unread.stream()
        .filter(attempt -> !TOLD_ELSEWHERE.contains(attempt.unread().kind()))
        .reduce((earlier, later) -> later)
        .flatMap(this::unlessMadeSince);
  }

  /** The newest attempt to make something of this kind, unless it was made since. */
  public Optional<ExhibitUnread> missing(String kind) {
    return unread.stream()
        .filter(attempt -> attempt.unread().kind().equals(kind))
        .reduce((earlier, later) -> later)
        .flatMap(this::unlessMadeSince);
  }

  private Optional<ExhibitUnread> unlessMadeSince(Attempt last) {
    var made =
        derived.stream()
            .anyMatch(item ->
                item.made().kind().equals(last.unread().kind()) && !item.at().isBefore(last.at()));
    return made ? Optional.empty() : Optional.of(last.unread());
  }

  /** The same with other knowledge of it; the bytes, number and time of receipt never change. */
  Exhibit corrected(ExhibitReceived now, Instant when, Author who) {
    var kept =
        new ExhibitReceived(
            received.exhibit(),
            now.kind(),
            now.file(),
            received.bytes(),
            now.provenance(),
            now.languages(),
            now.dialect(),
            now.sensitivity(),
            now.mixing());
    var note = new CustodyNoted(id(), "corrected", "", "", "");
    var steps = plus(custody, new Step(when, who, note));
    return new Exhibit(number, kept, at, by, sequence, intake, derived, unread, steps);
  }

  Exhibit committed(ExhibitIntake record) {
    return new Exhibit(number, received, at, by, sequence, record, derived, unread, custody);
  }

  Exhibit with(Derived item) {
    var more = plus(derived, item);
    return new Exhibit(number, received, at, by, sequence, intake, more, unread, custody);
  }

  Exhibit with(Attempt attempt) {
    var more = plus(unread, attempt);
    return new Exhibit(number, received, at, by, sequence, intake, derived, more, custody);
  }

  Exhibit with(Step step) {
    var more = plus(custody, step);
    return new Exhibit(number, received, at, by, sequence, intake, derived, unread, more);
  }

  private static <T> List<T> plus(List<T> list, T item) {
    var longer = new ArrayList<>(list);
    longer.add(item);
    return longer;
  }
}
