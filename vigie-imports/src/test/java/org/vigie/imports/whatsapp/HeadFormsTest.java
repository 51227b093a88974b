package org.vigie.imports.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.vigie.testkit.Trials;

/** A scanner that knows the heads before reads the same in a line as one that knows none. */
class HeadFormsTest {

  private static final int TRIALS = 300;
  private static final int LINES = 60;
  private static final List<String> LAYOUTS =
      List.of(
          "[%02d/%02d/20%02d, %02d:%02d:%02d] Ann: hello",
          "\u200E[%d.%d.%02d, %d:%02d:%02d] Ann: hello",
          "[%d/%d/20%02d, %d:%02d:%02d\u202FPM] Ann: hello",
          "[%d/%d/20%02d, %d:%02d:%02d AM]Ann: hello",
          "%d/%d/%02d, %d:%02d PM - Ann: hello",
          "%d/%d/%02d, %d:%02d AM - x",
          "%d.%d.20%02d, %d:%02d - Ann: \u200Ehello",
          "20%02d-%d-%d %d.%02d - Ann: hello",
          "20%02d年%d月%d日 上午%d:%02d - Ann: hello",
          "%d/%d/%02d à %dh%02d - Ann: hello",
          "[R%d/%d/%d %d:%02d:%02d] Ann: hello",
          "%d-%d-20%02d %d:%02d: Ann: hello",
          "٢٠%02d/%d/%d، %d:%02d - Ann: hello");

  @Test
  void reads_the_same_as_without_them() {
    Trials.forAll(
        TRIALS,
        LINES,
        (random, size) -> {
          var knowing = new HeaderScanner(new ClockWords());
          var layouts = random.nextInt(4) == 0 ? LAYOUTS : List.of(one(random), one(random));
          for (var line = 0; line < size; line++) {
            var layout = layouts.get(random.nextInt(layouts.size()));
            assertSame(knowing, changed(random, head(random, layout)), random.nextInt(9));
          }
        });
  }

  @Test
  void takes_no_impossible_time_for_one() {
    var scanner = new HeaderScanner(new ClockWords());
    assertThat(scans(scanner, "[15/01/2026, 18:04:09] Ann: hello")).isTrue();
    assertThat(scans(scanner, "[15/01/2026, 18:60:09] Ann: hello")).isFalse();
    assertThat(scans(scanner, "[15/01/2026, 25:04:09] Ann: hello")).isFalse();
    assertThat(scans(scanner, "[15/01/2026, 18:04:61] Ann: hello")).isFalse();
    assertThat(scans(scanner, "[15/01/2026, 18:04:0a] Ann: hello")).isFalse();
    assertThat(scans(scanner, "[15/01/2026, 18:04:09] Ann: hello")).isTrue();
  }

  private static String one(RandomGenerator random) {
    return LAYOUTS.get(random.nextInt(LAYOUTS.size()));
  }

  private static String head(RandomGenerator random, String layout) {
    return String.format(
        Locale.ROOT,
        layout,
        random.nextInt(1, 32),
        random.nextInt(1, 14),
        random.nextInt(1, 27),
        random.nextInt(26),
        random.nextInt(62),
        random.nextInt(62));
  }

  /** Often as it is; else a byte more, less, or another; or the end is missing. */
  private static byte[] changed(RandomGenerator random, String line) {
    var bytes = line.getBytes(StandardCharsets.UTF_8);
    var at = random.nextInt(bytes.length);
    return switch (random.nextInt(6)) {
      case 0 -> {
        bytes[at] = (byte) "0123456789 :/.-,[]aP\u00C2\u00E2".charAt(random.nextInt(22));
        yield bytes;
      }
      case 1 -> Arrays.copyOf(bytes, at);
      case 2 ->
          (line.substring(0, 5) + random.nextInt(10) + line.substring(5))
              .getBytes(StandardCharsets.UTF_8);
      default -> bytes;
    };
  }

  private static boolean scans(HeaderScanner scanner, String line) {
    var bytes = (line + "\n        ").getBytes(StandardCharsets.UTF_8);
    return scanner.scan(bytes, 0, line.length());
  }

  private static void assertSame(HeaderScanner knowing, byte[] line, int after) {
    var before = 3;
    var buffer = new byte[before + line.length + after];
    System.arraycopy(line, 0, buffer, before, line.length);
    var fresh = new HeaderScanner(new ClockWords());
    var expected = fresh.scan(buffer, before, before + line.length);
    var shown = new String(line, StandardCharsets.UTF_8);
    assertThat(knowing.scan(buffer, before, before + line.length)).as(shown).isEqualTo(expected);
    if (expected) {
      assertThat(found(knowing)).as(shown).isEqualTo(found(fresh));
    }
  }

  private static List<Integer> found(HeaderScanner head) {
    return List.of(
        head.date[0],
        head.date[1],
        head.date[2],
        head.width[0],
        head.width[1],
        head.width[2],
        head.hour,
        head.minute,
        head.second,
        head.hasSeconds ? 1 : 0,
        head.eraPart,
        head.eraPart < 0 ? 0 : head.era,
        head.style,
        head.shape,
        head.rawStart,
        head.rawEnd,
        head.bodyStart);
  }
}
