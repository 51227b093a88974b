package org.vigie.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.testkit.Trials;

class DamagedInputTest {

  private static byte[] seed(String path) throws IOException {
    var parts = List.of(path.split("/"));
    var name =
        parts.get(0)
            + "/"
            + parts.get(1)
            + "FuzzTestInputs/refuses_or_accounts_for_every_byte/"
            + parts.get(2);
    try (var in = DamagedInputTest.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      return in.readAllBytes();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "telegram/TelegramJson/chat",
        "telegram/TelegramJson/account",
        "telegram/TelegramJson/page",
        "sms/Sms/smses",
        "sms/Sms/calls",
        "contacts/VCard/cards",
        "calls/CallTable/table",
        "meta/Meta/thread",
        "meta/Meta/encrypted",
        "x/DirectMessages/conversations",
        "signal/Signal/lines",
        "signal/Signal/database",
        "signal/Signal/wrapped",
        "line/Line/chat",
        "viber/Viber/rows",
        "mail/Mail/parts",
        "mail/Mail/box",
        "mail/Dkim/signed",
        "signal/Signal/table",
        "tar/TarFile/pax",
        "web/Warc/page",
        "web/Warc/packed",
        "office/Office/word",
        "office/Office/open",
        "pdf/Pdf/page"
      })
  void reads_damaged_files_with_every_byte_accounted_for_or_refuses_them(String path)
      throws IOException {
    var whole = seed(path);
    Trials.forAll(
        12,
        (random, size) -> {
          var damaged = whole.clone();
          for (var i = 0; i < size; i++) {
            var at = random.nextInt(damaged.length);
            var from = random.nextInt(damaged.length);
            damaged[at] = random.nextBoolean() ? damaged[from] : (byte) random.nextInt();
          }
          try {
            Reads.bytes(damaged, ReadOptions.NONE);
          } catch (ImportRefused refused) {
            assertThat(refused.key()).startsWith("import.");
          }
        });
  }
}
