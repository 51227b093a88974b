package org.vigie.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ToolTest {

  @Test
  void names_the_version_that_was_built() {
    assertThat(Tool.nameAndVersion()).matches("vigie-imports \\d+\\.\\d+\\.\\d+(-[A-Za-z0-9.-]+)?");
  }
}
