package org.vigie.imports.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.vigie.testkit.Trials;

class MeantTest {

  private static Optional<String> by(String name, String... files) {
    return new Meant<>(List.of(files), Function.identity()).by(name);
  }

  @Test
  void a_name_means_its_path_then_the_only_end_then_the_only_file_called_so() {
    assertThat(by("1.jpg", "1.jpg", "a/1.jpg")).contains("1.jpg");
    assertThat(by("b/1.jpg", "a/b/1.jpg", "c/1.jpg")).contains("a/b/1.jpg");
    assertThat(by("photos/1.JPG", "a/1.jpg")).contains("a/1.jpg");
    assertThat(by("1.jpg", "a/1.jpg", "b/1.jpg")).isEmpty();
    assertThat(by("1.jpg", "a/11.jpg")).isEmpty();
  }

  @Test
  void as_much_of_a_path_as_is_enough_means_that_file_and_less_does_not() {
    var letters = List.of("a", "b", "A");
    Trials.forAll(
        500,
        6,
        (random, size) -> {
          var files = new ArrayList<String>();
          for (var i = 0; i < size; i++) {
            var path = new StringBuilder();
            for (var depth = random.nextInt(3); depth >= 0; depth--) {
              path.append(letters.get(random.nextInt(3))).append(depth > 0 ? "/" : "");
            }
            if (!files.contains(path.toString())) {
              files.add(path.toString());
            }
          }
          var meant = new Meant<>(files, Function.identity());
          for (var file : files) {
            var enough = meant.enough(file);
            for (var at = file.length(); at >= 0; at = file.lastIndexOf('/', at - 1)) {
              var end = file.substring(at == file.length() ? 0 : at + 1);
              var sufficient = end.equals(file) || end.length() >= enough;
              assertThat(meant.by(end).filter(file::equals).isPresent())
                  .as(file + " by " + end + " among " + files)
                  .isEqualTo(sufficient);
            }
          }
        });
  }
}
