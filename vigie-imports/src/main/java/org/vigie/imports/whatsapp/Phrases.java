package org.vigie.imports.whatsapp;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the application writes itself, in every language there is a file for. All languages are
 * tried at once: a phone's language may change, and the export does not name it.
 *
 * @param omitted a file that was left out, as a whole line
 * @param omittedEnd the same, after the name of a document
 * @param attachedIos the word within {@code <…: name>}
 * @param attachedAndroid the words within {@code name (…)}
 * @param deleted a message taken back
 * @param call a call, as a whole line
 * @param callStart how lines begin that tell more of a call
 * @param missed what a call contains that nobody took
 * @param edited the mark at the end of a changed text
 * @param viewOnce something that could be looked at once
 * @param viewOnceStart how longer lines on the same begin
 * @param contactOmitted a contact card that was left out
 * @param locationStart how a place begins
 * @param pollStart how a vote begins
 * @param systemStart how other lines of the application begin
 * @param systemInside what other lines of the application contain
 */
record Phrases(
    Set<String> omitted,
    List<String> omittedEnd,
    Set<String> attachedIos,
    Set<String> attachedAndroid,
    Set<String> deleted,
    Set<String> call,
    List<String> callStart,
    List<String> missed,
    List<String> edited,
    Set<String> viewOnce,
    List<String> viewOnceStart,
    Set<String> contactOmitted,
    List<String> locationStart,
    List<String> pollStart,
    List<String> systemStart,
    List<String> systemInside) {

  private static final Pattern BAR = Pattern.compile("|", Pattern.LITERAL);

  /** The phrases of all languages. */
  static final Phrases ALL = load();

  /** How messages begin that hold a colon of the application's own, or may. */
  List<String> startsWithColon() {
    var all = new ArrayList<>(locationStart);
    all.addAll(pollStart);
    all.addAll(callStart);
    all.addAll(viewOnceStart);
    attachedIos.forEach(word -> all.add("<" + word));
    return all;
  }

  private static Phrases load() {
    var files = new ArrayList<Properties>();
    for (var language : languages()) {
      files.add(properties(language + ".properties"));
    }
    return new Phrases(
        set(files, "omitted"),
        list(files, "omitted-end"),
        set(files, "attached-ios"),
        set(files, "attached-android"),
        set(files, "deleted"),
        set(files, "call"),
        list(files, "call-start"),
        list(files, "missed"),
        list(files, "edited"),
        set(files, "view-once"),
        list(files, "view-once-start"),
        set(files, "contact-omitted"),
        list(files, "location-start"),
        list(files, "poll-start"),
        list(files, "system-start"),
        list(files, "system-inside"));
  }

  /** The tags of the languages there is a file for. */
  static List<String> languages() {
    try (var in = Phrases.class.getResourceAsStream("languages.txt")) {
      if (in == null) {
        throw new IllegalStateException("languages.txt is not in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One language's file. */
  static Properties properties(String name) {
    try (var in = Phrases.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not in the jar");
      }
      var all = new Properties();
      all.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> list(List<Properties> files, String key) {
    var all = new ArrayList<String>();
    for (var file : files) {
      for (var phrase : BAR.splitAsStream(file.getProperty(key, "")).toList()) {
        if (!phrase.isBlank()) {
          all.add(phrase);
        }
      }
    }
    return List.copyOf(all);
  }

  private static Set<String> set(List<Properties> files, String key) {
    return Set.copyOf(new HashSet<>(list(files, key)));
  }
}
