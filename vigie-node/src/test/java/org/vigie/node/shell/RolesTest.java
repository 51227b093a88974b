package org.vigie.node.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.kernel.Language;
import org.vigie.node.TestNode;
import org.vigie.node.house.Founder;

/** Whoever comes in reads what their part in the house can and cannot do. */
@SuppressWarnings("NullAway.Init")
class RolesTest {

  @TempDir static Path home;
  private static TestNode node;
  private static Founder.Person keeper;

  @BeforeAll
  static void found() {
    node = TestNode.start(home);
    keeper = Founder.found(node, "lamp keeper");
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void every_part_says_what_it_can_and_cannot_do_in_both_languages() {
    var messages = node.part(Messages.class);
    for (var role : Role.values()) {
      var person = joined(role.code(), "new " + role.code());
      for (var language : new Language[] {Language.EN, Language.FR}) {
        person.browser().get("/language/" + language.tag());
        var front = person.browser().get("/").text();
        assertThat(front)
            .as(role + " " + language)
            .contains(messages.text(language, role.key() + ".can"))
            .contains(messages.text(language, role.key() + ".cannot"));
      }
    }
  }

  @Test
  void a_part_without_pages_says_so_and_leads_to_what_there_is() {
    for (var role : new Role[] {Role.HOST, Role.TREASURER}) {
      var person = joined(role.code(), "the " + role.code());
      var front = person.browser().get("/").body();
      assertThat(front)
          .contains("has no pages of its own here yet", "<details open", "href=\"/account\"")
          .contains("href=\"/help\"");
      assertThat(person.browser().get("/account").status()).isEqualTo(200);
      assertThat(person.browser().get("/cases").status()).isEqualTo(404);
    }
    assertThat(keeper.browser().get("/").body()).doesNotContain("has no pages of its own");
  }

  @Test
  void whoever_waits_to_be_let_in_reads_that_and_no_part() {
    var waiting = Founder.invite(node, keeper, "host", "waiting");
    var front = waiting.browser().get("/").body();
    assertThat(front)
        .contains(node.part(Messages.class).text(Language.EN, "house.not-let-in"))
        .doesNotContain("<details open=\"\"><summary>What my part");
  }

  /** Invited, let in by the keeper, and signed in again with what they may do. */
  private static Founder.Person joined(String role, String name) {
    var person = Founder.invite(node, keeper, role, name);
    keeper.fresh();
    keeper.browser().get("/members");
    person.browser().post("/pause");
    person.browser().get("/unlock");
    person.browser().post("/unlock", "passphrase", person.passphrase());
    return person;
  }
}
