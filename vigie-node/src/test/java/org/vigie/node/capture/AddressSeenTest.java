package org.vigie.node.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AddressSeenTest {

  private static String defanged(String address) {
    return new AddressSeen("", address, "", "", List.of()).defanged();
  }

  @Test
  void an_address_is_written_so_that_no_program_makes_a_link_of_it() {
    assertThat(defanged("https://example.org/a.b?c=d.e"))
        .isEqualTo("hxxps://example[.]org/a.b?c=d.e");
    assertThat(defanged("HTTP://u@example.org:80")).isEqualTo("hxxp://u[@]example[.]org[:]80");
    assertThat(defanged("t.me/somebody")).isEqualTo("t[.]me/somebody");
    assertThat(defanged("javascript://a.b/c")).isEqualTo("javascript[://]a[.]b/c");
    assertThat(defanged("javascript:alert(1)")).isEqualTo("javascript[:]alert(1)");
    assertThat(defanged("")).isEmpty();
  }

  @Test
  void an_address_has_no_line_ends_so_that_the_file_of_it_can_be_read_again() {
    var seen = new AddressSeen("", " https://a.example\nseen: 1999\r\n", "2026", "b\nc", List.of());
    assertThat(seen.address()).isEqualTo("https://a.example seen: 1999");
    assertThat(seen.file("2026-11-22"))
        .isEqualTo(
            """
            vigie-address-note/1
            address: https://a.example seen: 1999
            seen: 2026
            written: 2026-11-22

            b
            c
            """);
  }
}
