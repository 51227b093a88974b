package org.vigie.node.demo.story;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.Language;
import org.vigie.node.demo.story.Sections.Section;
import org.vigie.node.incident.Channel;
import org.vigie.node.incident.Demand;
import org.vigie.node.incident.TargetKind;

/** Reads the story files into the story. */
final class StoryReader {

  private static final int CASES = 16;
  private static final List<String> CHATS =
      List.of("c01", "c02", "c04", "c05", "c06", "c08", "c10");

  private final StoryDates dates;

  StoryReader(LocalDate today) {
    dates = new StoryDates(today);
  }

  Story read() {
    var house = Sections.load("house.txt");
    var files = IntStream.rangeClosed(1, CASES).mapToObj(StoryReader::name).toList();
    return new Story(
        dates.today(),
        pair(house.one("name"), ""),
        pair(house.one("about"), ""),
        pair(house.one("home state"), ""),
        house.all("account").stream().map(this::account).toList(),
        files.stream().map(this::file).toList(),
        CHATS.stream().map(this::chat).toList(),
        every("screen", files, this::screen),
        every("voice", files, this::voice),
        every("photo", files, this::photo),
        house.all("note").stream().map(this::note).toList());
  }

  private DemoAccount account(Section section) {
    return new DemoAccount(
        section.field("sign-in"),
        value(Role.class, section.field("role")),
        section.field("name"),
        Language.ofTag(section.field("language")),
        pair(section, "about "));
  }

  private static String name(int number) {
    return String.format(Locale.ROOT, "c%02d", number);
  }

  private static <T> List<T> every(
      String section, List<String> files, Function<Section, T> reader) {
    return files.stream()
        .flatMap(name -> Sections.load(name + ".txt").all(section).stream())
        .map(reader)
        .toList();
  }

  private DemoCase file(String name) {
    var file = Sections.load(name + ".txt");
    var head = file.one("case");
    return new DemoCase(
        name,
        head.field("person"),
        head.field("caseworker"),
        pair(head, "title "),
        telling(file, Language.ofTag(head.field("language"))),
        file.all("incident").stream().map(this::incident).toList(),
        file.all("number").stream().map(this::number).toList(),
        file.all("relative").stream().map(this::relative).toList(),
        file.all("exhibit").stream().map(this::exhibit).toList(),
        file.all("note").stream().map(this::note).toList());
  }

  private Telling telling(Sections file, Language language) {
    var words = dates.writtenOut(file.one("words").body(), language);
    return new Telling(
        language,
        words,
        new Bilingual(
            gloss(file, Language.EN, language, words), gloss(file, Language.FR, language, words)));
  }

  private String gloss(Sections file, Language into, Language told, String words) {
    return into == told ? words : dates.writtenOut(file.one("gloss " + into.tag()).body(), into);
  }

  private DemoIncident incident(Section section) {
    var relatives = section.maybe("relatives");
    var step = section.maybe("step");
    var quoted = section.maybe("quotes");
    return new DemoIncident(
        section.field("leaf"),
        dates.date(section.field("when")),
        value(Demand.class, section.field("demand")),
        maybePair(section, "claimed "),
        value(Channel.class, section.field("channel")),
        section.maybe("number"),
        pair(section, "place "),
        value(TargetKind.class, section.field("target")),
        value(Phase.class, section.field("phase")),
        step == null ? 0 : Integer.parseInt(step),
        relatives == null ? List.of() : List.of(relatives.split(", ")),
        pair(section, ""),
        quoted == null ? null : Language.ofTag(quoted),
        maybePair(section, "impact "));
  }

  private DemoNumber number(Section section) {
    return new DemoNumber(
        section.field("displayed"),
        section.field("seen on"),
        section.maybe("name"),
        maybePair(section, "claimed "),
        dates.date(section.field("first")),
        dates.date(section.field("last")));
  }

  private DemoRelative relative(Section section) {
    return new DemoRelative(
        section.field("handle"),
        pair(section, "relation "),
        dates.date(section.field("since")),
        pair(section, "where "),
        pair(section, "by "),
        pair(section, "steps "),
        pair(section, "basis "),
        pair(section, "consent "));
  }

  private DemoExhibit exhibit(Section section) {
    return new DemoExhibit(
        section.field("file"), dates.date(section.field("received")), pair(section, ""));
  }

  private DemoNote note(Section section) {
    return new DemoNote(
        section.field("topic"),
        section.field("by"),
        dates.date(section.field("when")),
        pair(section, ""));
  }

  private ScreenScript screen(Section section) {
    return new ScreenScript(
        section.field("file"),
        Language.ofTag(section.field("language")),
        dates.minute(section.field("time")),
        section.field("sender"),
        IntStream.rangeClosed(1, 5)
            .mapToObj(bubble -> section.maybe("bubble " + bubble))
            .filter(Objects::nonNull)
            .map(Objects::requireNonNull)
            .toList());
  }

  private VoiceScript voice(Section section) {
    return new VoiceScript(section.field("file"), section.field("words"));
  }

  private PhotoScript photo(Section section) {
    return new PhotoScript(section.field("file"), dates.minute(section.field("time")));
  }

  private ChatScript chat(String key) {
    var chat = Sections.load("chat-" + key + ".txt");
    var head = chat.one("chat");
    var lines = new ArrayList<ChatScript.Line>();
    for (var line : chat.one("lines").lines()) {
      if (line.startsWith("| ")) {
        var last = lines.removeLast();
        lines.add(
            new ChatScript.Line(
                last.at(), last.mine(), last.kind(), last.text() + "\n" + line.substring(2)));
      } else if (!line.isBlank()) {
        lines.add(line(line));
      }
    }
    return new ChatScript(
        head.field("file"),
        head.field("style"),
        head.field("me"),
        head.field("them"),
        List.copyOf(lines));
  }

  /** A line is day, time, direction and words: {@code -41 18:04 < words}. */
  private ChatScript.Line line(String line) {
    var parts = line.split(" ", 4);
    var text = parts.length > 3 ? parts[3] : "";
    var kind = ChatScript.Kind.TEXT;
    for (var special : ChatScript.Kind.values()) {
      var mark = "(" + special.name().toLowerCase(Locale.ROOT) + ")";
      if (text.startsWith(mark)) {
        kind = special;
        text = text.substring(mark.length()).strip();
      }
    }
    return new ChatScript.Line(
        dates.minute(parts[0] + " " + parts[1]), parts[2].equals(">"), kind, text);
  }

  private Bilingual pair(Section section, String prefix) {
    return new Bilingual(
        dates.writtenOut(section.field(prefix + "en"), Language.EN),
        dates.writtenOut(section.field(prefix + "fr"), Language.FR));
  }

  private @Nullable Bilingual maybePair(Section section, String prefix) {
    return section.maybe(prefix + "en") == null ? null : pair(section, prefix);
  }

  private static <E extends Enum<E>> E value(Class<E> type, String word) {
    return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_'));
  }
}
