package org.vigie.node.exhibit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TakenFromTest {

  @Test
  void is_read_as_it_was_written_also_by_earlier_releases() {
    for (var place :
        new TakenFrom[] {
          TakenFrom.message("0a1b", -1),
          TakenFrom.message("0a1b", 77),
          TakenFrom.list("0a1b", 0, "a/b@c/1.jpg"),
          TakenFrom.list("0a1b", 9, "x")
        }) {
      assertThat(TakenFrom.parse(place.text())).isEqualTo(place);
    }
    assertThat(TakenFrom.parse("0a1b")).isEqualTo(TakenFrom.message("0a1b", -1));
    assertThat(TakenFrom.parse("0a1b@77")).isEqualTo(TakenFrom.message("0a1b", 77));
    for (var strange : new String[] {"", "@", "/", "a/", "a/b", "a@b", "a/99999999999999999/b"}) {
      assertThat(TakenFrom.parse(strange).exhibit()).isEqualTo(strange.startsWith("a") ? "a" : "");
    }
  }

  @Test
  void a_message_means_it_by_as_much_of_the_path_as_tells_it_from_others() {
    var only = TakenFrom.list("0a1b", 0, "chat/IMG-1.jpg");
    assertThat(only.means("IMG-1.jpg")).isTrue();
    assertThat(only.means("elsewhere/img-1.JPG")).isTrue();
    assertThat(only.means("IMG-11.jpg")).isFalse();
    var oneOfTwo = TakenFrom.list("0a1b", "b/1.jpg".length(), "a/b/1.jpg");
    assertThat(oneOfTwo.means("1.jpg")).isFalse();
    assertThat(oneOfTwo.means("c/1.jpg")).isFalse();
    assertThat(oneOfTwo.means("b/1.jpg")).isTrue();
    assertThat(oneOfTwo.means("a/b/1.jpg")).isTrue();
  }
}
