package org.vigie.matching.identifier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The sounds of names. Names that scripts write without their vowels, or that a language writes in
 * several ways, are listed in {@code names-1.txt}, a part of norm-v1.
 */
final class NameForms {

  private static final Map<String, String> LISTED = new HashMap<>();
  private static final Map<String, String> LISTED_IN_ARABIC = new HashMap<>();

  static {
    for (var line : lines()) {
      var forms = line.strip().split("\\s+", -1);
      var first = sounds(forms[0]);
      for (var form : forms) {
        list(form, first);
      }
    }
  }

  private NameForms() {}

  private static List<String> lines() {
    try (var in = Objects.requireNonNull(NameForms.class.getResourceAsStream("names-1.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static void list(String form, String first) {
    var known =
        (NameLetters.isArabic(form) ? LISTED_IN_ARABIC : LISTED).put(joinedParts(form), first);
    if (known != null && !known.equals(first)) {
      throw new IllegalStateException("a form of two names: " + form);
    }
  }

  /** The parts of a form, between plus signs, as one. */
  private static String joinedParts(String form) {
    var parts = new ArrayList<String>();
    for (var part : form.split("\\+", -1)) {
      parts.add(sounds(part));
    }
    return String.join("", parts);
  }

  /** The sounds of a name of {@code words}, in their order. */
  static String joined(List<String> words) {
    var joined = new StringBuilder();
    for (var i = 0; i < words.size(); i++) {
      var word = sounds(words.get(i));
      var two = i + 1 < words.size() ? LISTED.get(word + sounds(words.get(i + 1))) : null;
      if (two != null) {
        joined.append(two);
        i++;
      } else {
        var listed = NameLetters.isArabic(words.get(i)) ? LISTED_IN_ARABIC : LISTED;
        joined.append(listed.getOrDefault(word, word));
      }
    }
    return joined.toString();
  }

  /** What one word sounds like, coarsely: a letter for what languages and scripts exchange. */
  static String sounds(String word) {
    var letters = NameLetters.of(word).replaceAll("[^a-z]", "");
    var sounds = new StringBuilder();
    for (var i = 0; i < letters.length(); ) {
      var length = 3;
      var sound = i + length <= letters.length() ? three(letters.substring(i, i + length)) : ' ';
      if (sound == ' ') {
        length = 2;
        sound = i + length <= letters.length() ? two(letters.substring(i, i + length)) : ' ';
      }
      if (sound == ' ') {
        length = 1;
        sound = one(letters.charAt(i));
      }
      put(sound, sounds);
      i += length;
    }
    return endless(sounds);
  }

  private static char three(String letters) {
    return switch (letters) {
      case "dzh", "tch", "tsh" -> 'c';
      default -> ' ';
    };
  }

  private static char two(String letters) {
    return switch (letters) {
      case "ch", "zh", "jh", "ts", "tz", "dz", "dj" -> 'c';
      case "sh" -> 's';
      case "kh" -> 'h';
      case "gh" -> 'g';
      case "th" -> 't';
      case "dh" -> 'd';
      case "bh" -> 'b';
      case "ph" -> 'f';
      case "rh" -> 'r';
      case "lh" -> 'l';
      case "ck" -> 'k';
      case "ng" -> 'n';
      case "ou", "oo" -> 'u';
      default -> ' ';
    };
  }

  private static char one(char letter) {
    return switch (letter) {
      case 'q' -> 'k';
      case 'x' -> 'h';
      case 'w' -> 'v';
      case 'y' -> 'i';
      case 'j' -> 'c';
      case 'o' -> 'u';
      default -> letter;
    };
  }

  private static void put(char sound, StringBuilder sounds) {
    var last = sounds.isEmpty() ? ' ' : sounds.charAt(sounds.length() - 1);
    if (sound == 'e' && last == 'i') {
      sounds.setLength(sounds.length() - 1);
      last = sounds.isEmpty() ? ' ' : sounds.charAt(sounds.length() - 1);
    }
    if (sound != last) {
      sounds.append(sound);
    }
  }

  /** An h that nobody hears ends many names in one spelling and not in the other. */
  private static String endless(StringBuilder sounds) {
    var length = sounds.length();
    var silent =
        length > 2
            && sounds.charAt(length - 1) == 'h'
            && "aeiu".indexOf(sounds.charAt(length - 2)) >= 0;
    return silent ? sounds.substring(0, length - 1) : sounds.toString();
  }
}
