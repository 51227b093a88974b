package org.vigie.node.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A form that a locked session keeps leaves secrets out by the names of their fields: so no field
 * for something that must be kept may bear such a name, and no secret another.
 */
class SecretFieldsTest {

  private static final Pattern FIELD =
      Pattern.compile("kit\\.[a-z]+\\(frame = frame,[^\\n]*?name = \"([^\"]+)\"([^\\n]*)");

  @Test
  void what_people_tell_never_bears_the_name_of_a_secret() throws IOException {
    for (var file : templates()) {
      if (!file.toString().contains("/house/")) {
        for (var name : names(file, "")) {
          assertThat(Form.SECRET).as("%s in %s", name, file).doesNotContain(name);
        }
      }
    }
  }

  @Test
  void every_field_that_is_typed_blindly_is_a_secret() throws IOException {
    var blind = new TreeSet<String>();
    for (var file : templates()) {
      blind.addAll(names(file, "type = \"password\""));
    }
    assertThat(blind).isNotEmpty();
    assertThat(Form.SECRET).containsAll(blind);
  }

  private static Set<String> names(Path file, String with) throws IOException {
    var names = new TreeSet<String>();
    FIELD
        .matcher(Files.readString(file))
        .results()
        .filter(field -> field.group(2).contains(with))
        .forEach(field -> names.add(field.group(1)));
    return names;
  }

  private static Set<Path> templates() throws IOException {
    try (var files = Files.walk(Path.of("src/main/jte"))) {
      return files
          .filter(file -> file.toString().endsWith(".jte"))
          .collect(java.util.stream.Collectors.toCollection(TreeSet::new));
    }
  }
}
