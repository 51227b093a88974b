package org.vigie.node.dossier;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.vigie.evidence.redaction.TextRedaction;
import org.vigie.evidence.rsmf.RsmfChat;
import org.vigie.evidence.rsmf.RsmfEvent;
import org.vigie.evidence.rsmf.RsmfFile;
import org.vigie.imports.Flag;
import org.vigie.kernel.Language;
import org.vigie.kernel.Refusal;
import org.vigie.node.cage.Cage;
import org.vigie.node.exhibit.CoveredCopies;
import org.vigie.node.exhibit.Enclosures;
import org.vigie.node.exhibit.ReadMessage;
import org.vigie.node.exhibit.Reading;
import org.vigie.node.shell.Messages;

/**
 * The conversations of a dossier as review software of lawyers takes them (RSMF 2.0). Of each
 * exhibit it holds what the copy in the dossier shows and nothing else: covered messages are one
 * event that says so, without sender and time. Each file begins with what could not be verified.
 */
final class Conversations {

  private static final int MOST_EVENTS = 200_000;

  /** Messages in one file, after the event that says what could not be verified. */
  private static final int MOST_MESSAGES = RsmfChat.MOST - 1;

  private static final String LINE = "Line in the original";
  private static final String NOTED = "Noted when it was read";
  private static final String MISSING = "File of the message";

  private static final String PAPERS_AT = "data/documents/";

  /** What is read line by line, too, but is no conversation. */
  private static final Set<String> PAPERS =
      Set.of("pdf", "office", "docx", "odt", "warc", "wacz", "vcard", "calls", "mail", "web");

  private final Messages messages;
  private final Material material;
  private final Instant now;
  private final ConversationFiles files;
  private final List<Inside> inside = new ArrayList<>();

  Conversations(Messages messages, Material material, Supplier<Cage> cage, Instant now) {
    this.messages = messages;
    this.material = material;
    this.now = now;
    this.files = new ConversationFiles(material, cage);
  }

  /**
   * A file within one of the papers.
   *
   * @param path of the paper in the package and of the file in it
   * @param bytes the file; not copied
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
  record Inside(String path, byte[] bytes) {}

  /** The files within the papers made so far, each to be searched by itself. */
  List<Inside> inside() {
    return List.copyOf(inside);
  }

  /** Files for the package; none if none were asked for. */
  List<Papers.Paper> papers() throws Refusal, IOException {
    var papers = new ArrayList<Papers.Paper>();
    var wanted = material.draft().contents().rsmf();
    if (wanted.isEmpty()) {
      return papers;
    }
    for (var copy : material.copies()) {
      var reading = Reading.of(material.open().register(), copy.exhibit());
      if (reading.isPresent() && !PAPERS.contains(platform(reading.get()))) {
        var events = events(copy, reading.get(), wanted.equals("lines"));
        papers(papers, copy, platform(reading.get()), events);
      }
    }
    return papers;
  }

  private void papers(
      List<Papers.Paper> papers, Copy copy, String platform, List<RsmfEvent> events) {
    var about = say("dossier.rsmf.about");
    var collection = Packing.name(material.dossier()) + "." + copy.number();
    for (var from = 0; from < events.size(); from += MOST_MESSAGES) {
      var part = new ArrayList<>(List.of(unverified()));
      part.addAll(events.subList(from, Math.min(events.size(), from + MOST_MESSAGES)));
      var chat = new RsmfChat(collection, copy.number(), platform, part);
      var name =
          events.size() <= MOST_MESSAGES
              ? copy.number() + ".rsmf"
              : copy.number() + "-" + (from / MOST_MESSAGES + 1) + ".rsmf";
      var bytes = RsmfFile.write(chat, now, "Vigie");
      papers.add(new Papers.Paper(name, "message/rfc822", bytes, about));
      chat.files()
          .forEach((file, its) -> inside.add(new Inside(PAPERS_AT + name + "!" + file, its)));
    }
  }

  private String say(String key) {
    return messages.text(Language.ofTag(material.draft().language()), key);
  }

  /** The application, as far as the form of the export tells it. */
  private static String platform(Reading reading) {
    var format = reading.report().format();
    var dash = format.indexOf('-');
    var name = dash > 0 ? format.substring(0, dash) : format;
    return name.isEmpty() ? "unknown" : name;
  }

  private List<RsmfEvent> events(Copy copy, Reading reading, boolean quotedOnly)
      throws Refusal, IOException {
    var covered = Set.copyOf(CoveredCopies.plan(copy.exhibit(), copy.copy()).units());
    var quoted = quoted(copy);
    var events = new ArrayList<RsmfEvent>();
    var named = new LinkedHashMap<Integer, Enclosures.Named>();
    var number = new int[1];
    var gap = new boolean[1];
    reading.each(message -> {
      // Units of a copy are counted as the messages come, from 0.
      var hidden = covered.contains(number[0]++);
      if (quotedOnly && quoted.subSet(message.line(), message.lastLine() + 1).isEmpty()) {
        return;
      }
      if (!hidden) {
        Enclosures.named(copy.exhibit(), message).ifPresent(file -> named.put(events.size(), file));
      }
      if (!hidden || !gap[0]) {
        var id = "M" + (events.size() + 1);
        events.add(hidden ? covered(id) : event(id, message, copy.original()));
      }
      gap[0] = hidden;
    });
    if (events.size() > MOST_EVENTS) {
      throw DossierRefused.uncoverable();
    }
    attach(copy, events, named);
    return events;
  }

  /** Gives each message its file, or says that it is not here. */
  private void attach(Copy copy, List<RsmfEvent> events, Map<Integer, Enclosures.Named> named)
      throws Refusal, IOException {
    var found = files.of(copy, new LinkedHashSet<>(named.values()));
    named.forEach((place, name) -> {
      var file = found.get(name);
      events.set(
          place,
          file == null
              ? events.get(place).noting(MISSING, "not attached")
              : events.get(place).with(file));
    });
  }

  /** Lines of this exhibit that chosen incidents quote. */
  private SortedSet<Long> quoted(Copy copy) {
    var lines = new TreeSet<Long>();
    for (var incident : material.chosenIncidents()) {
      for (var citation : incident.linesOf(copy.exhibit().id())) {
        for (long line = citation.firstLine(); line <= citation.lastLine(); line++) {
          lines.add(line);
        }
      }
    }
    return lines;
  }

  private RsmfEvent unverified() {
    var body = say("dossier.paper.unverified");
    return new RsmfEvent("V1", RsmfEvent.Type.DISCLAIMER, "", "", body, false, new TreeMap<>());
  }

  private RsmfEvent covered(String id) {
    var body = TextRedaction.BAR + " " + say("dossier.cover.label");
    return new RsmfEvent(id, RsmfEvent.Type.UNKNOWN, "", "", body, false, new TreeMap<>());
  }

  /** Where a message stands is told of originals alone: of a copy it would count what is gone. */
  private RsmfEvent event(String id, ReadMessage message, boolean original) {
    var custom = new TreeMap<String, String>();
    if (original) {
      custom.put(LINE, Long.toString(message.line()));
    }
    var noted = noted(message, original);
    if (!noted.isEmpty()) {
      custom.put(NOTED, noted);
    }
    // The format knows no drafts, and a message of it is one that somebody sent.
    var unsent = message.has(Flag.UNSENT);
    var ours = message.kind().equals("system") || message.kind().equals("unknown");
    return new RsmfEvent(
        id,
        ours || unsent ? RsmfEvent.Type.UNKNOWN : RsmfEvent.Type.MESSAGE,
        message.byOwner() ? say("exhibit.message.owner") : message.author(),
        time(message.time()),
        unsent ? "[" + say(flag(Flag.UNSENT.text())) + "] " + body(message) : body(message),
        message.kind().equals("deleted"),
        custom);
  }

  /** What else is known, in words; of a copy what the copy says, too. */
  private String noted(ReadMessage message, boolean original) {
    return message.flags().stream()
        .filter(flag -> original || Legible.tells(flag))
        .filter(flag -> messages.has(Language.EN, flag(flag)))
        .map(flag -> say(flag(flag)))
        .collect(Collectors.joining("; "));
  }

  private static String flag(String flag) {
    return "exhibit.flag." + flag;
  }

  private static String body(ReadMessage message) {
    var media = message.media();
    var text = message.text().isEmpty() ? "[" + message.kind() + "]" : message.text();
    return media.isEmpty() || text.contains(media) ? text : text + " [" + media + "]";
  }

  /** A time to the second or the minute; what is less certain is left out, never filled in. */
  private static String time(String time) {
    if (time.matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(Z|[+-]\\d{2}:\\d{2})?")) {
      return time.substring(0, 16) + ":00" + time.substring(16);
    }
    return time.matches(
            "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})?")
        ? time
        : "";
  }
}
