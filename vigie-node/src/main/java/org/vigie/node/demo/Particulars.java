package org.vigie.node.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.vigie.kernel.Language;
import org.vigie.kernel.Refusal;
import org.vigie.node.caller.CallerNoted;
import org.vigie.node.caller.Callers;
import org.vigie.node.caller.Screen;
import org.vigie.node.casefile.AccountTold;
import org.vigie.node.casefile.CaseFile;
import org.vigie.node.casefile.NeverSaid;
import org.vigie.node.casefile.RelativeNoted;
import org.vigie.node.demo.story.Bilingual;
import org.vigie.node.demo.story.DemoCase;
import org.vigie.node.demo.story.DemoIncident;
import org.vigie.node.demo.story.DemoNumber;
import org.vigie.node.demo.story.DemoRelative;
import org.vigie.node.demo.story.Story;
import org.vigie.node.incident.Impact;
import org.vigie.node.incident.IncidentGraded;
import org.vigie.node.incident.IncidentRecorded;
import org.vigie.node.incident.IncidentRecorded.Approach;
import org.vigie.node.incident.IncidentRecorded.Occasion;
import org.vigie.node.incident.IncidentRecorded.Words;
import org.vigie.node.incident.Incidents;
import org.vigie.node.incident.PlacePrecision;
import org.vigie.register.OpenRegister;

/** Numbers, relatives, incidents and wishes of one case of the story. */
final class Particulars {

  /** What must not leave: words that occur in what was brought. */
  private static final Map<String, NeverSaid> NEVER =
      Map.of(
          "c01", new NeverSaid("", "other", "bus 62", false),
          "c02", new NeverSaid("", "address", "Kelmur", false),
          "c10", new NeverSaid("", "address", "Darvane", false));

  /** An impact by a word of the English sentence that tells it. */
  private static final Map<String, Impact> IMPACTS =
      Map.of(
          "fear", Impact.FEAR,
          "afraid", Impact.FEAR,
          "startles", Impact.FEAR,
          "worried", Impact.FEAR,
          "sleep", Impact.SLEEP,
          "parents", Impact.FAMILY,
          "stopped going", Impact.SILENCED,
          "nobody to speak", Impact.CONTACT_STOPPED,
          "lose work", Impact.WORK,
          "shop", Impact.WORK);

  private final DemoCase file;
  private final Story story;
  private final Language language;
  private final Supplier<String> ids;
  private final Filing filing;

  Particulars(DemoCase file, Story story, Language language, Supplier<String> ids, Filing filing) {
    this.file = file;
    this.story = story;
    this.language = language;
    this.ids = ids;
    this.filing = filing;
  }

  /** What else happens when an incident was written down. */
  @FunctionalInterface
  interface Filing {
    void filed(OpenRegister register, IncidentRecorded incident) throws Refusal;
  }

  void write(OpenRegister register) throws Refusal {
    var callers = numbers(register);
    for (var relative : file.relatives()) {
      relative(register, relative);
    }
    var wish = NEVER.get(file.key());
    if (wish != null) {
      register.append(CaseFile.NEVER, new NeverSaid(ids.get(), wish.kind(), wish.text(), false));
    }
    for (var incident : file.incidents()) {
      incident(register, incident, callers);
    }
  }

  private Map<String, String> numbers(OpenRegister register) throws Refusal {
    var known = new LinkedHashMap<String, String>();
    for (var number : file.numbers()) {
      var id = ids.get();
      known.put(number.displayed(), id);
      Callers.of(register).note(caller(id, number));
    }
    return known;
  }

  private CallerNoted caller(String id, DemoNumber number) {
    var shown = number.displayedName();
    return new CallerNoted(
        id,
        number.displayed(),
        number.displayed().startsWith("0") ? "FR" : "",
        new Screen(number.displayed(), "").kind(),
        platform(number.seenOn()),
        new CallerNoted.Seen(
            shown == null ? "" : shown,
            text(number.claimed()),
            number.firstSeen().text(),
            number.lastSeen().text()),
        new CallerNoted.Status("unknown", ""),
        "");
  }

  private static String platform(String seenOn) {
    var code = seenOn.toLowerCase(Locale.ROOT);
    return List.of("call", "sms", "whatsapp").contains(code) ? code : "other";
  }

  private void relative(OpenRegister register, DemoRelative relative) throws Refusal {
    var who = relative.handle() + " · " + relative.relation().in(language);
    register.append(
        CaseFile.RELATIVE,
        new RelativeNoted(
            ids.get(),
            who,
            relation(relative.relation().english()),
            story.homeState().in(language),
            relative.consent().in(language)));
    var account = register.fold(CaseFile.FOLD).accounts().getFirst().account().account();
    var told =
        String.join(
            "\n",
            who + ", " + relative.since().text(),
            relative.where().in(language),
            relative.by().in(language),
            relative.steps().in(language),
            relative.basis().in(language));
    register.append(
        CaseFile.TOLD,
        new AccountTold(account, "addendum", language.tag(), told, "caseworker", ""));
  }

  private static String relation(String english) {
    return Stream.of("brother", "sister").anyMatch(english::contains)
        ? "sibling"
        : Stream.of("mother", "father", "parent").anyMatch(english::contains) ? "parent" : "other";
  }

  private void incident(OpenRegister register, DemoIncident told, Map<String, String> callers)
      throws Refusal {
    var id = ids.get();
    var number = told.number();
    var caller = number == null ? null : callers.get(number);
    var recorded =
        new IncidentRecorded(
            id,
            told.leaf(),
            new Occasion(
                told.when().text(),
                "",
                told.place().in(language),
                PlacePrecision.CITY.code(),
                told.phase().name().toLowerCase(Locale.ROOT)),
            new Approach(
                told.channel().code(),
                told.target().code(),
                text(told.claimedSender()),
                String.join(", ", told.relatives()),
                caller == null ? List.of() : List.of(caller)),
            words(told),
            impacts(told),
            List.of(),
            false);
    Incidents.of(register).record(recorded);
    filing.filed(register, recorded);
    if (told.claimedSender() != null) {
      Incidents.of(register).grade(new IncidentGraded(id, "B", "3", "likely", "moderate", ""));
    }
  }

  private Words words(DemoIncident told) {
    var quoted = told.quoted();
    if (quoted != null) {
      return new Words(
          message(told),
          quoted.tag(),
          sentences(told, language),
          "caseworker",
          told.demand().code());
    }
    var other = language == Language.FR ? Language.EN : Language.FR;
    return new Words(
        sentences(told, language),
        language.tag(),
        sentences(told, other),
        "caseworker",
        told.demand().code());
  }

  /** What was written to them at that minute, word for word. */
  private String message(DemoIncident told) {
    return story.chats().stream()
        .filter(chat -> chat.file().startsWith(file.key()))
        .flatMap(chat -> chat.lines().stream())
        .filter(line -> !line.mine() && line.at().toString().equals(told.when().text()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the story lacks a message"))
        .text();
  }

  private static String sentences(DemoIncident told, Language in) {
    var impact = told.impact();
    return told.summary().in(in) + (impact == null ? "" : "\n\n" + impact.in(in));
  }

  private static List<String> impacts(DemoIncident told) {
    var impact = told.impact();
    if (impact == null) {
      return List.of();
    }
    var sentence = impact.english().toLowerCase(Locale.ROOT);
    var found =
        IMPACTS.entrySet().stream()
            .filter(entry -> sentence.contains(entry.getKey()))
            .map(entry -> entry.getValue().code())
            .distinct()
            .sorted()
            .toList();
    return found.isEmpty() ? List.of(Impact.OTHER.code()) : found;
  }

  private String text(@org.jspecify.annotations.Nullable Bilingual text) {
    return text == null ? "" : text.in(language);
  }
}
