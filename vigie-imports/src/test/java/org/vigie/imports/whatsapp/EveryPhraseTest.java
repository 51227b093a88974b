package org.vigie.imports.whatsapp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.imports.Flag;
import org.vigie.imports.Kind;
import org.vigie.imports.Message;
import org.vigie.imports.Reads;

/**
 * Every string of every language's file, in a line as phones write it, is told as the key promises
 * under which it stands.
 */
class EveryPhraseTest {

  private static final String ANDROID = "15/01/2026, 18:04 - ";
  private static final String IOS = "[15/01/2026, 18:04:05] ";
  private static final String MARK = "\u200E";
  private static final Set<String> KEYS =
      Set.of(
          "omitted",
          "omitted-end",
          "attached-ios",
          "attached-android",
          "deleted",
          "call",
          "call-start",
          "missed",
          "edited",
          "view-once",
          "view-once-start",
          "contact-omitted",
          "location-start",
          "poll-start",
          "system-start",
          "system-inside");

  /** One string of one file. */
  record Phrase(String language, String key, String words) {

    /** All strings under another key of its language. */
    List<String> beside(String other) {
      return split(Phrases.properties(language + ".properties").getProperty(other));
    }

    boolean isMissed() {
      return beside("missed").stream().anyMatch(words::contains);
    }

    @Override
    public String toString() {
      return language + " " + key + ": " + words;
    }
  }

  private static List<String> split(String list) {
    return Arrays.asList(list.split("\\|", -1));
  }

  static List<Phrase> all() {
    var all = new ArrayList<Phrase>();
    for (var language : Phrases.languages()) {
      var file = Phrases.properties(language + ".properties");
      for (var key : file.stringPropertyNames()) {
        split(file.getProperty(key)).forEach(words -> all.add(new Phrase(language, key, words)));
      }
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("all")
  void is_told_by_its_key(Phrase phrase) throws Exception {
    var words = phrase.words();
    switch (phrase.key()) {
      case "omitted" -> {
        var card = phrase.beside("contact-omitted").contains(words);
        alone(words, Kind.MEDIA, card ? Set.of(Flag.OMITTED, Flag.CONTACT) : Set.of(Flag.OMITTED));
      }
      case "contact-omitted" -> alone(words, Kind.MEDIA, Set.of(Flag.OMITTED, Flag.CONTACT));
      case "deleted" -> alone(words, Kind.DELETED, Set.of());
      case "call" -> alone(words, Kind.CALL, missed(phrase));
      case "view-once" -> alone(words, Kind.MEDIA, Set.of(Flag.OMITTED, Flag.VIEW_ONCE));
      case "call-start" -> generated(words + ", 2 min", Kind.CALL, missed(phrase));
      case "view-once-start" ->
          generated(words + " x", Kind.MEDIA, Set.of(Flag.OMITTED, Flag.VIEW_ONCE));
      case "omitted-end" ->
          generated(
              "letter.pdf \u2022 " + MARK + "3 p. " + MARK + words,
              Kind.MEDIA,
              Set.of(Flag.OMITTED));
      case "missed" -> assertThat(phrase.beside("call")).anyMatch(call -> call.contains(words));
      case "attached-ios" -> {
        for (var colon : List.of(":", " :", "\u00A0:", "\uFF1A")) {
          attached(IOS + "A: " + MARK + "<" + words + colon + " 1.jpg>");
        }
      }
      case "attached-android" -> {
        attached(ANDROID + "A: 1.jpg (" + words + ")");
        attached(ANDROID + "A: 1.jpg\uFF08" + words + "\uFF09");
      }
      case "edited" -> {
        is(ANDROID + "A: see you " + words, Kind.TEXT, Set.of(Flag.EDITED));
        is(IOS + "A: see you " + MARK + words, Kind.TEXT, Set.of(Flag.EDITED));
      }
      case "location-start" -> {
        var place = words.endsWith("/") ? words + "maps.google.com/?q=48.85,2.35" : words;
        is(ANDROID + "A: " + place, Kind.TEXT, Set.of(Flag.LOCATION));
        generated(place, Kind.TEXT, Set.of(Flag.LOCATION));
      }
      case "poll-start" -> {
        var vote = words + "\nwhen?\n" + MARK + "OPTION: now (1)";
        is(ANDROID + "A: " + vote, Kind.TEXT, Set.of(Flag.POLL));
        generated(vote, Kind.TEXT, Set.of(Flag.POLL));
      }
      case "system-start" -> system(words + " x");
      case "system-inside" -> system("Ann" + words + "Bea");
      default -> throw new AssertionError("no reader knows the key " + phrase.key());
    }
  }

  private static Set<Flag> missed(Phrase phrase) {
    return phrase.isMissed() ? Set.of(Flag.MISSED) : Set.of();
  }

  /** As a whole line, in either form, with a stop and without. */
  private static void alone(String words, Kind kind, Set<Flag> flags) throws Exception {
    for (var stop : List.of("", ".", "\u3002")) {
      is(ANDROID + "A: " + words + stop, kind, flags);
      generated(words + stop, kind, flags);
    }
  }

  /** In the form of iOS, where a mark says that the application wrote it. */
  private static void generated(String words, Kind kind, Set<Flag> flags) throws Exception {
    is(IOS + "A: " + MARK + words, kind, flags);
  }

  /** Under the name of the group on iOS, under none on Android. */
  private static void system(String words) throws Exception {
    var ios = is(IOS + "Family: " + MARK + words, Kind.SYSTEM, Set.of(Flag.PSEUDO_AUTHOR));
    assertThat(ios.author()).isNull();
    var android = is(ANDROID + words, Kind.SYSTEM, Set.of());
    assertThat(android.author()).isNull();
  }

  private static void attached(String line) throws Exception {
    var message = is(line, Kind.MEDIA, Set.of(Flag.MISSING));
    assertThat(message.media()).as(line).isEqualTo("1.jpg");
  }

  private static Message is(String line, Kind kind, Set<Flag> flags) throws Exception {
    var message = Reads.text(line).only();
    assertThat(message.kind()).as(line).isEqualTo(kind);
    assertThat(Set.copyOf(message.flags())).as(line).isEqualTo(flags);
    return message;
  }

  @Test
  void stands_under_a_key_that_every_language_has() {
    for (var language : Phrases.languages()) {
      var keys = Phrases.properties(language + ".properties").stringPropertyNames();
      assertThat(keys).as(language).isEqualTo(KEYS);
    }
  }

  @Test
  void stands_once_under_its_key() {
    assertThat(all()).doesNotHaveDuplicates();
  }

  /** Of a value that begins with a blank the file must say so, or the blank is lost in reading. */
  @Test
  void has_the_blanks_that_the_file_shows() throws IOException {
    for (var language : Phrases.languages()) {
      var in = Objects.requireNonNull(Phrases.class.getResourceAsStream(language + ".properties"));
      try (var lines = new BufferedReader(new InputStreamReader(in, UTF_8))) {
        assertThat(lines.lines()).as(language).noneMatch(line -> line.matches("[a-z-]+ *[=:] .*"));
      }
    }
  }

  @Test
  void stands_in_a_file_that_is_read() throws Exception {
    var list = Objects.requireNonNull(Phrases.class.getResource("languages.txt")).toURI();
    try (Stream<Path> files = Files.list(Objects.requireNonNull(Path.of(list).getParent()))) {
      var languages =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".properties"))
              .map(name -> name.substring(0, name.indexOf('.')));
      assertThat(languages).containsExactlyInAnyOrderElementsOf(Phrases.languages());
    }
  }
}
