package org.vigie.node.link;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.kernel.Refusal;
import org.vigie.matching.identifier.PhoneNumber;

class LinkAtRestTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void S_50_a_stolen_copy_with_its_keys_holds_no_token_that_a_number_could_be_tried_against()
      throws IOException, Refusal {
    var number = new PhoneNumber("+33639984017");
    try (var house = LinkedHouse.found(folder)) {
      var helper = house.invite("caseworker", "helper");
      var first = house.side("swallow", helper);
      var second = house.side("linden", helper);
      first.files("From " + number.e164());
      second.files("From " + number.e164());
      house.later(first.person(), helper, second.person());
      house.release();
      var token = house.node.part(ShareDesk.class).tokens("a", "b", List.of(number)).getFirst();
      var element = token.element().bytes();
      var forms =
          List.of(
              token.index(),
              new String(HexFormat.of().parseHex(token.index()), ISO_8859_1),
              new String(element, ISO_8859_1),
              HexFormat.of().formatHex(element),
              Base64.getEncoder().encodeToString(element),
              "639984017");
      for (var content : contents()) {
        assertThat(forms).noneMatch(content::contains);
      }
    }
  }

  @Test
  void S_04_nothing_outside_a_sealed_entry_names_a_case_beside_a_token() throws IOException {
    try (var house = LinkedHouse.found(folder)) {
      var helper = house.invite("caseworker", "helper");
      var first = house.side("swallow", helper);
      first.files("From " + LinkedHouse.NUMBER);
      first.agrees("withdrawn");
      var rows = house.node.part(org.vigie.node.store.TokenStore.class);
      assertThat(rows.count()).isEqualTo(2);
      var keys = house.node.part(LinkKeys.class);
      var file = new org.vigie.kernel.RegisterId(first.file());
      assertThat(keys.mailbox(file)).isNotEqualTo(keys.mailbox(file)).doesNotContain(first.file());
    }
  }

  private List<String> contents() throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).map(LinkAtRestTest::read).toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, ISO_8859_1);
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }
}
