package org.vigie.node.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.kernel.Language;
import org.vigie.node.picture.ContactTimeline.Contact;
import org.vigie.node.picture.ContactTimeline.Lane;

class PicturesTest {

  private static final Path KEPT = Path.of("target", "pictures");

  static Stream<Canvas> drawings() {
    return Stream.of(Language.EN, Language.FR, Language.UG)
        .flatMap(language ->
            Stream.of(Pictures.NARROWEST, Pictures.PHONE, Pictures.PAGE)
                .flatMap(width ->
                    Stream.of(
                        new TimelineDrawing(Samples.halfAYear(language), width).draw(),
                        new TimelineDrawing(Samples.sixWeeks(language), width).draw(),
                        new LadderDrawing(Samples.ladder(language), width).draw(),
                        new BarDrawing(Samples.bars(language), width).draw(),
                        new WaveformDrawing(Samples.waveform(language), width).draw())));
  }

  @ParameterizedTest
  @MethodSource("drawings")
  void keeps_every_word_on_the_paper(Canvas canvas) {
    assertThat(canvas.labels()).isNotEmpty();
    for (var label : canvas.labels()) {
      assertThat(label.box().getMinX()).as(label.words()).isGreaterThanOrEqualTo(0);
      assertThat(label.box().getMaxX()).as(label.words()).isLessThanOrEqualTo(canvas.width());
      assertThat(label.box().getMinY()).as(label.words()).isGreaterThanOrEqualTo(0);
      assertThat(label.box().getMaxY()).as(label.words()).isLessThanOrEqualTo(canvas.height());
    }
  }

  @ParameterizedTest
  @MethodSource("drawings")
  void sets_no_word_over_another(Canvas canvas) {
    var labels = canvas.labels();
    for (int i = 0; i < labels.size(); i++) {
      for (int j = i + 1; j < labels.size(); j++) {
        assertThat(labels.get(i).box().intersects(labels.get(j).box()))
            .as(labels.get(i).words() + " / " + labels.get(j).words())
            .isFalse();
      }
    }
  }

  @Test
  void draws_at_double_density_and_keeps_samples_to_look_at() throws IOException {
    for (var language : List.of(Language.EN, Language.FR, Language.UG)) {
      for (var width : List.of(Pictures.PHONE, Pictures.PAGE)) {
        keep("timeline", language, Pictures.timeline(Samples.halfAYear(language), width));
        keep("weeks", language, Pictures.timeline(Samples.sixWeeks(language), width));
        keep("ladder", language, Pictures.ladder(Samples.ladder(language), width));
        keep("waveform", language, Pictures.waveform(Samples.waveform(language), width));
        keep("bars", language, Pictures.bars(Samples.bars(language), width));
      }
    }
  }

  private static void keep(String name, Language language, Picture picture) throws IOException {
    var image = Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(picture.png())));
    assertThat(image.getWidth()).isEqualTo(2 * picture.width());
    assertThat(image.getHeight()).isEqualTo(2 * picture.height());
    Files.createDirectories(KEPT);
    Files.write(
        KEPT.resolve(name + "-" + language.tag() + "-" + picture.width() + ".png"), picture.png());
  }

  @Test
  void draws_the_same_bytes_from_the_same_description() {
    var once = Pictures.timeline(Samples.halfAYear(Language.FR), Pictures.PAGE).png();
    var again = Pictures.timeline(Samples.halfAYear(Language.FR), Pictures.PAGE).png();
    assertThat(again).isEqualTo(once);
  }

  @Test
  void draws_fast_enough_for_a_page() {
    var timeline = Samples.halfAYear(Language.FR);
    for (int warm = 0; warm < 20; warm++) {
      assertThat(Pictures.timeline(timeline, Pictures.PAGE).png()).isNotEmpty();
    }
    var best = Long.MAX_VALUE;
    for (int run = 0; run < 100 && best / 1_000_000 >= 100; run++) {
      var start = System.nanoTime();
      assertThat(Pictures.timeline(timeline, Pictures.PAGE).png()).isNotEmpty();
      best = Math.min(best, System.nanoTime() - start);
    }
    // The best of them: a busy machine does not make the drawing slower.
    assertThat(best / 1_000_000).isLessThan(100);
  }

  @Test
  void mirrors_right_to_left() throws IOException {
    var lane = new Lane("+33 6 39 98 40 17", List.of(new Contact(Samples.TODAY, 1, 0)));
    var start = Samples.TODAY.minusDays(30);
    assertThat(
            inkOnTheRight(new ContactTimeline(start, Samples.TODAY, List.of(lane), 7, Language.EN)))
        .isTrue();
    assertThat(
            inkOnTheRight(new ContactTimeline(start, Samples.TODAY, List.of(lane), 7, Language.UG)))
        .isFalse();
  }

  // The lone bar of the last day stands at the end of the line, away from all words.
  private static boolean inkOnTheRight(ContactTimeline timeline) throws IOException {
    var png = Pictures.timeline(timeline, Pictures.PAGE).png();
    var image = Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(png)));
    for (int x = image.getWidth() - 60; x < image.getWidth(); x++) {
      for (int y = 160; y < 200; y++) {
        if (image.getRGB(x, y) == Ink.MESSAGE.color().getRGB()) {
          return true;
        }
      }
    }
    return false;
  }

  @Test
  void says_the_same_in_words_and_in_a_table() {
    var picture = Pictures.timeline(Samples.sixWeeks(Language.EN), Pictures.PAGE);
    assertThat(picture.alternative())
        .isEqualTo(
            "Timeline of contacts from 12 October 2026 to 22 November 2026: 14 messages and 4"
                + " incidents. 2 silences longer than 7 days; the longest lasted 20 days, from 21"
                + " October 2026 to 9 November 2026.");
    assertThat(picture.table().columns()).hasSize(4);
    assertThat(picture.table().rows()).hasSize(7).allMatch(row -> row.size() == 4);
    assertThat(picture.table().rows().get(4))
        .containsExactly(
            "21 October 2026 – 9 November 2026", "all channels", "Silence of 20 days", "");
  }

  @Test
  void says_in_french_that_a_silence_lasts() {
    var quiet =
        new ContactTimeline(
            Samples.TODAY.minusDays(90),
            Samples.TODAY,
            List.of(new Lane("a", List.of(new Contact(Samples.TODAY.minusDays(66), 1, 0)))),
            14,
            Language.FR);
    assertThat(Pictures.timeline(quiet, Pictures.PHONE).alternative())
        .endsWith(
            "Un silence de plus de 14 jours ; le plus long dure depuis 66 jours, depuis le 18"
                + " septembre 2026.");
  }

  @Test
  void has_no_silence_before_the_first_contact() {
    var first = LocalDate.of(2026, 6, 1);
    var timeline =
        new ContactTimeline(
            LocalDate.of(2026, 1, 1),
            LocalDate.of(2026, 6, 5),
            List.of(new Lane("a", List.of(new Contact(first, 1, 0)))),
            7,
            Language.EN);
    assertThat(timeline.silences()).isEmpty();
  }

  @Test
  void draws_an_empty_description() {
    var none = new ContactTimeline(Samples.TODAY, Samples.TODAY, List.of(), 7, Language.EN);
    assertThat(Pictures.timeline(none, Pictures.PHONE).table().rows()).isEmpty();
    assertThat(
            Pictures.bars(new BarChart("t", "a", "b", List.of(), Language.EN), Pictures.PHONE)
                .png())
        .isNotEmpty();
    assertThat(Pictures.ladder(new EscalationLadder(List.of(), Language.EN), Pictures.PHONE).png())
        .isNotEmpty();
  }

  @Test
  void refuses_what_cannot_be_drawn() {
    assertThatThrownBy(() -> Pictures.bars(Samples.bars(Language.EN), Pictures.NARROWEST - 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new BarChart("t", "a", "b", List.of(new BarChart.Bar("x", -1)), Language.EN))
        .isInstanceOf(IllegalArgumentException.class);
    var yesterday = Samples.TODAY.minusDays(1);
    assertThatThrownBy(
            () -> new ContactTimeline(Samples.TODAY, yesterday, List.of(), 7, Language.EN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void stands_out_from_the_paper() {
    for (var ground : List.of(Ink.PAPER, Ink.SILENCE)) {
      for (var ink : List.of(Ink.TEXT, Ink.QUIET)) {
        assertThat(contrast(ink, ground)).as(ink + " on " + ground).isGreaterThanOrEqualTo(4.5);
      }
      for (var ink : List.of(Ink.LINE, Ink.MESSAGE, Ink.INCIDENT, Ink.SILENCE_EDGE)) {
        assertThat(contrast(ink, ground)).as(ink + " on " + ground).isGreaterThanOrEqualTo(3);
      }
    }
    assertThat(contrast(Ink.PAPER, Ink.MESSAGE)).isGreaterThanOrEqualTo(4.5);
  }

  // WCAG 2.2, definitions of contrast ratio and relative luminance.
  private static double contrast(Ink one, Ink other) {
    double a = luminance(one.color());
    double b = luminance(other.color());
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(int channel) {
    double share = channel / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
