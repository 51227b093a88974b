package org.vigie.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class FoundAHouseTest {

  @TempDir private Path home = Path.of("");

  @Test
  void J1_from_an_empty_folder_to_a_keeper_with_printed_shares() throws Exception {
    try (var node = NodeProcess.start("serve", "--home", home.toString(), "--port", "0")) {
      try (var stranger = Walk.with(node, "en", 390)) {
        stranger.to("/").look("J1-empty-house").sees("not founded yet");
        stranger.to("/help").look("J1-help");
      }
      try (var keeper = Resident.foundLooking(node, "lantern")) {
        assertThat(keeper.papers()).as("a code and three shares").hasSize(4);
        keeper.walk().to("/").look("J1-first-page");
        keeper.walk().to("/members").look("J1-members");
        keeper.walk().to("/account").look("J1-account");
        keeper.walk().to("/house").look("J1-machine");
        keeper.walk().press("Leave");
        signsInAgain(node, keeper);
        foundsOnlyOnce(node);
        leavesNoSecret(node, keeper);
      }
    }
  }

  private static void signsInAgain(NodeProcess node, Resident keeper) {
    try (var walk = Walk.with(node, "en", 390)) {
      walk.to("/sign-in").look("J1-sign-in");
      walk.fill("Name", keeper.name()).fill("Passphrase", "wrong words on purpose");
      walk.press("Sign in").sees("is not right");
      walk.fill("Name", keeper.name()).fill("Passphrase", keeper.passphrase());
      walk.fill("Code of your app", Resident.code(node, keeper.app())).press("Sign in");
      walk.to("/members").sees("N. " + keeper.name());
    }
  }

  private static void foundsOnlyOnce(NodeProcess node) {
    try (var late = Walk.with(node, "en", 390)) {
      late.to(node.foundingUrl());
      assertThat(late.page.getByLabel("What is the house called?").count()).isZero();
    }
  }

  /** Neither the terminal nor the disk tells anything that was shown or typed. */
  private void leavesNoSecret(NodeProcess node, Resident keeper) throws IOException {
    assertThat(String.join("\n", node.printed())).doesNotContain(keeper.passphrase(), "lantern");
    try (var files = Files.walk(home)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertThat(content)
            .as(file.getFileName().toString())
            .doesNotContain(keeper.passphrase(), keeper.app(), "Café of the Lamp", "lantern");
      }
    }
  }
}
