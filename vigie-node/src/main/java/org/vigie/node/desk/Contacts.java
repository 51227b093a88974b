package org.vigie.node.desk;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.vigie.kernel.PartialDate;
import org.vigie.node.caller.Caller;
import org.vigie.node.caller.Callers;
import org.vigie.node.exhibit.Exhibits;
import org.vigie.node.exhibit.SameChat;
import org.vigie.node.incident.Incident;
import org.vigie.node.incident.Incidents;
import org.vigie.node.picture.ContactTimeline.Contact;
import org.vigie.node.picture.ContactTimeline.Lane;
import org.vigie.node.picture.ContactTimeline.Vague;
import org.vigie.register.OpenRegister;
import org.vigie.register.RegisterRefused;

/**
 * Every contact a case knows of: incidents, whom they came from, and the messages of its exhibits.
 * What tells only what it changed for the person is none: the day somebody stops answering is not
 * the day anybody wrote.
 *
 * @param incidents by time, undated ones last
 * @param callers numbers and names
 * @param conversations messages read from exhibits
 */
public record Contacts(
    List<Incident> incidents, List<Caller> callers, List<Conversation> conversations) {

  /** The kind of contact that the messages of exhibits are. */
  public static final String MESSAGES = "messages";

  private static final String UNKNOWN = "unknown";
  private static final int MOST_LANES = 8;

  /** Days on either side of an estimated day on which it may have been just as well. */
  private static final int AROUND = 3;

  /** Keeps its own copies. */
  public Contacts {
    incidents = List.copyOf(incidents);
    callers = List.copyOf(callers);
    conversations = List.copyOf(conversations);
  }

  /**
   * The contacts of the case that {@code file} holds; a message that stands in several exports of
   * one chat counts once.
   *
   * @throws RegisterRefused if it is not what its members signed
   */
  public static Contacts of(OpenRegister file) throws RegisterRefused, IOException {
    var conversations = new ArrayList<Conversation>();
    var counted = Exhibits.of(file).inOrder().stream().filter(Conversation::counted).toList();
    var elsewhere = SameChat.among(file, counted).countedByOthers();
    for (var exhibit : counted) {
      Conversation.of(file, exhibit, elsewhere.getOrDefault(exhibit.id(), new BitSet()))
          .ifPresent(conversations::add);
    }
    return new Contacts(Incidents.of(file).happened(), Callers.of(file).callers(), conversations);
  }

  /** Each kind of contact there is, with how many: codes of channels, or {@link #MESSAGES}. */
  public Map<String, Integer> kinds() {
    var kinds = new LinkedHashMap<String, Integer>();
    incidents.forEach(incident -> kinds.merge(kind(incident), 1, Integer::sum));
    conversations.forEach(talk -> kinds.merge(MESSAGES, talk.messages(), Integer::sum));
    return kinds;
  }

  /** Only contacts of this kind; all of them where there are none. */
  public Contacts only(String kind) {
    if (!kinds().containsKey(kind)) {
      return this;
    }
    return new Contacts(
        incidents.stream().filter(incident -> kind(incident).equals(kind)).toList(),
        callers,
        kind.equals(MESSAGES) ? conversations : List.of());
  }

  private static String kind(Incident incident) {
    var channel = incident.now().approach().channel();
    return channel.isEmpty() ? UNKNOWN : channel;
  }

  /** Whom {@code incident} came from. */
  public List<Caller> callers(Incident incident) {
    var ids = incident.now().approach().callers();
    return callers.stream()
        .filter(caller -> caller.ids().stream().anyMatch(ids::contains))
        .toList();
  }

  /** Whether it is known well enough to be drawn: at least the month. */
  public static boolean drawn(Incident incident) {
    return incident.when().map(when -> !when.precision().equals("year")).orElse(false);
  }

  /** The first day that can be drawn, if any. */
  public Optional<LocalDate> first() {
    var days = new ArrayList<LocalDate>();
    incidents.stream()
        .filter(Contacts::drawn)
        .flatMap(incident -> incident.when().stream())
        .forEach(when -> days.add(when.earliest()));
    conversations.forEach(talk -> days.add(talk.days().firstKey()));
    return days.stream().min(LocalDate::compareTo);
  }

  /** The last day that can be drawn, if any. */
  public Optional<LocalDate> last() {
    var days = new ArrayList<LocalDate>();
    incidents.stream()
        .filter(Contacts::drawn)
        .flatMap(incident -> incident.when().stream())
        .forEach(when -> days.add(when.latest()));
    conversations.forEach(talk -> days.add(talk.days().lastKey()));
    return days.stream().max(LocalDate::compareTo);
  }

  /**
   * One lane for each caller, else for each channel, and one for each exhibit with messages; beyond
   * eight names the rest share the last.
   *
   * @param words names the lane of an incident that came from no known number or name
   * @param talks names the lane of an exhibit
   */
  public List<Lane> lanes(Function<Incident, String> words, Function<Conversation, String> talks) {
    var days = new LinkedHashMap<String, List<Contact>>();
    var vague = new LinkedHashMap<String, List<Vague>>();
    for (var incident : incidents) {
      if (drawn(incident)) {
        var own = name(incident, words);
        var known = days.size() < MOST_LANES || days.containsKey(own);
        var name = known ? own : days.lastEntry().getKey();
        days.computeIfAbsent(name, any -> new ArrayList<>());
        vague.computeIfAbsent(name, any -> new ArrayList<>());
        incident.when().ifPresent(when -> place(when, days.get(name), vague.get(name)));
      }
    }
    var lanes = new ArrayList<Lane>();
    days.forEach((name, contacts) ->
        lanes.add(new Lane(name, contacts, vague.getOrDefault(name, List.of()))));
    for (var talk : conversations) {
      var written =
          talk.days().entrySet().stream()
              .map(day -> new Contact(day.getKey(), day.getValue(), 0))
              .toList();
      lanes.add(new Lane(talks.apply(talk), written));
    }
    return lanes;
  }

  private String name(Incident incident, Function<Incident, String> words) {
    var from = callers(incident);
    return from.isEmpty() ? words.apply(incident) : from.getFirst().head().now().raw();
  }

  private static void place(PartialDate when, List<Contact> days, List<Vague> vague) {
    if (when.precision().equals("month")) {
      vague.add(new Vague(when.earliest(), when.latest()));
    } else if (when.estimated()) {
      vague.add(new Vague(when.earliest().minusDays(AROUND), when.latest().plusDays(AROUND)));
    } else {
      days.add(new Contact(when.earliest(), 0, 1));
    }
  }
}
