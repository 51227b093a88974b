package org.vigie.evidence.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vigie.testkit.Trials;

class ForbiddenBytesPropertyTest {

  private static final List<Forbidden> ITEMS =
      List.of(
          new Forbidden(Forbidden.Kind.NAME, "Élodie Exemple"),
          new Forbidden(Forbidden.Kind.NAME, "ئالىم تۇرسۇن"),
          new Forbidden(Forbidden.Kind.NAME, "བསྟན་འཛིན"),
          new Forbidden(Forbidden.Kind.NAME, "阿里木江"),
          new Forbidden(Forbidden.Kind.NAME, "Қайрат Мысалов"),
          new Forbidden(Forbidden.Kind.HANDLE, "@Alim_88_example"),
          new Forbidden(Forbidden.Kind.HANDLE, "someone@example.org"),
          new Forbidden(Forbidden.Kind.NUMBER, "+33 6 39 98 12 34"),
          new Forbidden(Forbidden.Kind.NUMBER, "+852 5555 0142"));

  private static final List<Charset> CHARSETS =
      List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

  private final ForbiddenBytes check = new ForbiddenBytes(ITEMS, pdf -> List.of());

  @Test
  void a_needle_in_any_writing_is_found() {
    Trials.forAll(
        300,
        (random, size) -> {
          var item = random.nextInt(ITEMS.size());
          var words = written(random, ITEMS.get(item));
          var escaped = pick(random, escapes()).apply(words);
          var charset = pick(random, CHARSETS);
          var encoded = encoded(random, escaped.getBytes(charset));
          var file = hidden(random, size, encoded);
          assertThat(check.check("data/file.bin", file))
              .as("item %d written otherwise", item)
              .anyMatch(f -> f instanceof Finding.Occurs o && o.item() == item);
        });
  }

  @Test
  void random_bytes_are_not_accused() {
    Trials.forAll(
        5_000,
        (random, size) -> {
          var file = new byte[size];
          random.nextBytes(file);
          assertThat(check.check("data/file.bin", file))
              .noneMatch(f -> f instanceof Finding.Occurs);
        });
  }

  @Test
  void what_is_reported_never_repeats_what_was_looked_for() {
    for (var item : ITEMS) {
      var findings =
          check.check("data/" + item.words(), item.words().getBytes(StandardCharsets.UTF_8));
      assertThat(findings).isNotEmpty();
      assertThat(findings.toString()).doesNotContain(item.words());
    }
  }

  /** The same name, number or handle as somebody else would write it. */
  private static String written(RandomGenerator random, Forbidden item) {
    var words = item.words();
    if (item.kind() == Forbidden.Kind.NUMBER) {
      return number(random, words);
    }
    var forms = new ArrayList<UnaryOperator<String>>();
    forms.add(UnaryOperator.identity());
    forms.add(s -> s.toUpperCase(Locale.ROOT));
    forms.add(s -> s.toLowerCase(Locale.ROOT));
    for (var form : Normalizer.Form.values()) {
      forms.add(s -> Normalizer.normalize(s, form));
    }
    if (item.kind() == Forbidden.Kind.NAME) {
      forms.add(s -> s.replace(" ", "\u00A0"));
      forms.add(s -> s.replace(" ", "\n"));
      forms.add(s -> s.replace(" ", "\u200F \u200B"));
    } else {
      forms.add(s -> s.replaceFirst("^@", ""));
    }
    return pick(random, forms).apply(words);
  }

  private static String number(RandomGenerator random, String words) {
    var digits = words.replaceAll("[^0-9]", "");
    var national = digits.substring(random.nextInt(digits.length() - 7));
    var zeros = List.of("0", "\u0660", "\u06F0", "\uFF10");
    var zero = pick(random, zeros).charAt(0);
    var separators = List.of("", " ", "-", ".", "\u00A0", "\u202F", ") ", " / ");
    return national
        .chars()
        .mapToObj(c -> (char) (zero + c - '0') + pick(random, separators))
        .collect(Collectors.joining());
  }

  private static List<UnaryOperator<String>> escapes() {
    return List.of(
        UnaryOperator.identity(),
        UnaryOperator.identity(),
        s -> percent(s.getBytes(StandardCharsets.UTF_8)),
        s -> each(s, "\\u%04x"),
        s -> each(s, "\\u%04X"),
        s -> points(s, "&#%d;"),
        s -> points(s, "&#x%x;"));
  }

  private static String percent(byte[] bytes) {
    var out = new StringBuilder();
    for (var b : bytes) {
      out.append("%%%02X".formatted(b & 0xFF));
    }
    return out.toString();
  }

  private static String each(String text, String format) {
    return text.chars().mapToObj(c -> format.formatted(c)).collect(Collectors.joining());
  }

  private static String points(String text, String format) {
    return text.codePoints().mapToObj(c -> format.formatted(c)).collect(Collectors.joining());
  }

  private static byte[] encoded(RandomGenerator random, byte[] bytes) {
    return switch (random.nextInt(6)) {
      case 0 -> Base64.getEncoder().encode(bytes);
      case 1 -> Base64.getUrlEncoder().withoutPadding().encode(bytes);
      case 2 -> HexFormat.of().formatHex(bytes).getBytes(StandardCharsets.US_ASCII);
      case 3 -> Base64.getMimeEncoder().encode(bytes);
      default -> bytes;
    };
  }

  /** Somewhere among other bytes, at an even or odd place. */
  private static byte[] hidden(RandomGenerator random, int size, byte[] needle) {
    var before = new byte[random.nextInt(size + 1)];
    for (var i = 0; i < before.length; i++) {
      before[i] = (byte) pick(random, List.of(' ', '\n', ';', '"', '<', '\u00E9')).charValue();
    }
    var file = new byte[before.length + needle.length + 3];
    System.arraycopy(before, 0, file, 0, before.length);
    System.arraycopy(needle, 0, file, before.length, needle.length);
    file[file.length - 3] = ' ';
    return file;
  }

  private static <T> T pick(RandomGenerator random, List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
