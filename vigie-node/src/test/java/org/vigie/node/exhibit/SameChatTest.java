package org.vigie.node.exhibit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Exports of one chat that came as exhibits of their own. */
class SameChatTest {

  private static final String EARLY =
      """
      13/02/2024, 10:11 - A: salam
      13/02/2024, 10:12 - B: be silent
      13/02/2024, 10:13 - B: <Media omitted>
      14/02/2024, 09:00 - A: who is this?
      """;

  /** Begins later, ends later, and came with its files. */
  private static final String LATE =
      """
      13/02/2024, 10:12 - B: be silent
      13/02/2024, 10:13 - B: IMG-1.jpg (file attached)
      14/02/2024, 09:00 - A: who is this?
      15/02/2024, 09:00 - B: you know who
      15/02/2024, 09:00 - B: you know who
      """;

  private static Exhibit now(Scene scene, Exhibit exhibit) throws Exception {
    return Exhibits.of(scene.file).find(exhibit.id()).orElseThrow();
  }

  private static BitSet numbers(int... numbers) {
    var set = new BitSet();
    for (var number : numbers) {
      set.set(number);
    }
    return set;
  }

  @Test
  void finds_the_other_export_and_what_is_only_here() throws Exception {
    var scene = new Scene();
    var early = scene.receive("a.txt", EARLY);
    var late = scene.receive("b.txt", LATE);
    var other = SameChat.in(scene.file).others(early).getFirst();
    assertThat(other.exhibit().id()).isEqualTo(late.id());
    assertThat(List.of(other.same(), other.only())).containsExactly(3L, 1L);
    var back = SameChat.in(scene.file).others(late).getFirst();
    assertThat(List.of(back.same(), back.only()))
        .as("the picture is only here: there it was left out")
        .containsExactly(2L, 3L);
    assertThat(SameChat.in(scene.file).elsewhere(late)).isEqualTo(numbers(1, 3));
  }

  @Test
  void counts_every_message_once_and_the_picture_where_it_has_a_name() throws Exception {
    for (var files : List.of(List.of(EARLY, LATE), List.of(LATE, EARLY))) {
      var scene = new Scene();
      var first = scene.receive("a.txt", files.getFirst());
      var second = scene.receive("b.txt", files.getLast());
      var early = files.getFirst().equals(EARLY) ? first : second;
      var late = files.getFirst().equals(EARLY) ? second : first;
      var counted = SameChat.in(scene.file).countedByOthers();
      assertThat(counted.get(early.id())).isEqualTo(numbers(3));
      assertThat(counted.get(late.id())).isEqualTo(numbers(1, 3));
    }
  }

  @Test
  void says_nothing_of_other_chats() throws Exception {
    var scene = new Scene();
    var one = scene.receive("a.txt", EARLY);
    scene.receive("b.txt", LATE.replace(" A: ", " C: ").replace(" B: ", " D: "));
    scene.receive("c.txt", "13/02/2024, 10:12 - B: be silent\n13/02/2024, 10:14 - B: now\n");
    assertThat(SameChat.in(scene.file).others(one)).isEmpty();
    assertThat(SameChat.in(scene.file).countedByOthers()).isEmpty();
  }

  @Test
  void says_where_all_together_are_too_long_to_count_each_message_once() throws Exception {
    var scene = new Scene();
    var early = scene.receive("a.txt", EARLY);
    scene.receive("b.txt", LATE);
    scene.receive("c.txt", EARLY);
    var exhibits = Exhibits.of(scene.file).inOrder();
    var two = SameChat.among(scene.file, exhibits, 10);
    assertThat(two.others(early)).hasSize(2);
    assertThat(two.countsOnce(early)).isFalse();
    assertThat(two.countedByOthers()).isEmpty();
    var all = SameChat.among(scene.file, exhibits, 100);
    assertThat(all.countsOnce(early)).isTrue();
    assertThat(all.countedByOthers()).isNotEmpty();
  }

  @Test
  void prints_that_a_member_forged_are_not_believed() throws Exception {
    var scene = new Scene();
    var early = scene.receive("a.txt", EARLY);
    scene.receive("b.txt", LATE);
    var forged = new byte[33];
    forged[1] = 127;
    var blob = scene.file.storeBlob(new ByteArrayInputStream(forged), 64);
    var of = early.derived("messages").orElseThrow().bytes().blob();
    var bytes = ExhibitReceived.Bytes.of(blob);
    Exhibits.of(scene.file)
        .derive(new ExhibitDerived("e", early.id(), ReadingPrints.KIND, bytes, "", "", of));
    assertThatThrownBy(() -> SameChat.in(scene.file).others(now(scene, early)))
        .isInstanceOf(IOException.class);
  }

  @Test
  void takes_prints_anew_where_those_kept_are_of_an_earlier_reading() throws Exception {
    var scene = new Scene();
    var early = scene.receive("a.txt", EARLY);
    scene.receive("b.txt", LATE);
    var kept = now(scene, early).derived(ReadingPrints.KIND).orElseThrow();
    assertThat(kept.report()).isEqualTo(early.derived("messages").orElseThrow().bytes().blob());
    var earlier =
        new ExhibitDerived("e", early.id(), ReadingPrints.KIND, kept.bytes(), "", "", "gone");
    Exhibits.of(scene.file).derive(earlier);
    assertThat(SameChat.in(scene.file).others(now(scene, early)).getFirst().same()).isEqualTo(3);
  }

  @Test
  void compares_fifty_thousand_messages_quickly() throws Exception {
    var scene = new Scene();
    var most = scene.receive("a.txt", LongChat.of(50_000));
    scene.receive("b.txt", LongChat.of(40_000));
    var best = Long.MAX_VALUE;
    // A busy machine makes some slower, not all of them.
    for (var tries = 0; tries < 10 && best >= 1_000; tries++) {
      var before = System.nanoTime();
      var other = SameChat.in(scene.file).others(most).getFirst();
      best = Math.min(best, (System.nanoTime() - before) / 1_000_000);
      assertThat(List.of(other.same(), other.only())).containsExactly(40_000L, 10_000L);
    }
    assertThat(best).isLessThan(1_000);
  }
}
