package org.vigie.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * docs/threat-model.md and the tests say the same: every check the document names is performed by a
 * test that carries its number, where the document says it is, and no test performs a check that
 * the document does not explain.
 */
class ThreatModelTest {

  private static final Path ROOT = Path.of("..");
  private static final Pattern NAMED = Pattern.compile("\\bS-([0-9][0-9A-Z])\\b");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| S-([0-9][0-9A-Z]) \\| [^|]+ \\| ([^|]+) \\|$");
  private static final Pattern CLASS = Pattern.compile("`([A-Za-z0-9]+)`");

  /** A test method or class that performs one check or more. */
  private static final Pattern TEST = Pattern.compile("(?:void|class) (\\w*S_[0-9][0-9A-Z]_\\w+)");

  private static final Pattern NUMBER = Pattern.compile("S_([0-9][0-9A-Z])(?=_)");

  @Test
  void every_check_the_document_names_has_a_row_of_its_own() throws IOException {
    assertThat(rows().keySet()).containsAll(named());
  }

  @Test
  void every_check_of_the_document_is_performed_where_it_says() throws IOException {
    var tests = tests();
    rows()
        .forEach((number, classes) -> {
          assertThat(classes).as("S-%s names its tests", number).isNotEmpty();
          assertThat(tests.getOrDefault(number, Set.of()))
              .as("the tests of S-%s", number)
              .containsAll(classes);
        });
  }

  @Test
  void no_test_performs_a_check_that_the_document_does_not_explain() throws IOException {
    assertThat(rows().keySet()).containsAll(tests().keySet());
  }

  @Test
  void no_check_is_switched_off() throws IOException {
    for (var file : sources()) {
      var text = Files.readString(file);
      if (TEST.matcher(text).find()) {
        assertThat(text).as(file.toString()).doesNotContain("@Disabled");
      }
    }
  }

  private static String document() throws IOException {
    return Files.readString(ROOT.resolve("docs/threat-model.md"));
  }

  private static Set<String> named() throws IOException {
    return NAMED.matcher(document()).results().map(m -> m.group(1)).collect(Collectors.toSet());
  }

  private static Map<String, Set<String>> rows() throws IOException {
    var rows = new TreeMap<String, Set<String>>();
    ROW.matcher(document())
        .results()
        .forEach(row ->
            rows.put(
                row.group(1),
                CLASS
                    .matcher(row.group(2))
                    .results()
                    .map(name -> name.group(1))
                    .collect(Collectors.toCollection(TreeSet::new))));
    return rows;
  }

  /** The classes that perform each check. */
  private static Map<String, Set<String>> tests() throws IOException {
    var tests = new TreeMap<String, Set<String>>();
    for (var file : sources()) {
      var name = file.getFileName().toString().replace(".java", "");
      TEST.matcher(Files.readString(file))
          .results()
          .flatMap(test -> NUMBER.matcher(test.group(1)).results())
          .forEach(
              number -> tests.computeIfAbsent(number.group(1), _ -> new TreeSet<>()).add(name));
    }
    return tests;
  }

  private static Set<Path> sources() throws IOException {
    var found = new TreeSet<Path>();
    try (var modules = Files.list(ROOT)) {
      for (var module :
          modules.filter(m -> m.getFileName().toString().startsWith("vigie-")).toList()) {
        for (var folder : Set.of("src/test/java", "src/contract/java")) {
          var tree = module.resolve(folder);
          if (Files.isDirectory(tree)) {
            try (var files = Files.walk(tree)) {
              files.filter(file -> file.toString().endsWith(".java")).forEach(found::add);
            }
          }
        }
      }
    }
    return found;
  }
}
