package org.vigie.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.vigie.node.shell.Access;
import org.vigie.node.shell.Open;
import org.vigie.node.shell.Role;

/** Every route of the running node and who may call it, beside the table that people reviewed. */
class AccessMatrixTest {

  @Test
  void is_the_one_that_was_reviewed(@TempDir Path home) throws IOException {
    try (var node = TestNode.start(home)) {
      var rows = new TreeSet<String>();
      node.part(RequestMappingHandlerMapping.class)
          .getHandlerMethods()
          .forEach((route, method) -> rows.addAll(rows(route, method)));
      rows.removeIf(row -> row.contains(" /probe/"));
      assertThat(String.join("\n", rows))
          .as("new or changed routes: review them, then copy this into access-matrix.txt")
          .isEqualTo(reviewed());
    }
  }

  private static Set<String> rows(RequestMappingInfo route, HandlerMethod method) {
    var verbs = route.getMethodsCondition().getMethods();
    var rows = new TreeSet<String>();
    for (var path : route.getPatternValues()) {
      if (verbs.isEmpty()) {
        rows.add("ANY " + path + " : " + who(method));
      }
      verbs.forEach(verb -> rows.add(verb + " " + path + " : " + who(method)));
    }
    return rows;
  }

  private static String who(HandlerMethod method) {
    if (method.hasMethodAnnotation(Open.class)) {
      return "everyone";
    }
    var access = method.getMethodAnnotation(Access.class);
    if (access == null) {
      return "nobody";
    }
    var roles =
        Arrays.stream(access.value()).sorted().map(Role::code).collect(Collectors.joining(" "));
    return (roles.isEmpty() ? "members" : roles) + (access.askAgain() ? ", asked again" : "");
  }

  private static String reviewed() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(AccessMatrixTest.class.getResourceAsStream("/access-matrix.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }
}
