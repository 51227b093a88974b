package org.vigie.node.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.kernel.MemberId;
import org.vigie.node.TestNode;
import org.vigie.node.house.Accounts;
import org.vigie.node.house.Founder;
import org.vigie.node.house.Houses;
import org.vigie.node.shell.SignedIn;
import org.vigie.register.Registers;
import org.vigie.register.Role;

class IntroductionsTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void S_38_whoever_left_the_house_reads_on_for_themselves_and_for_nobody_else() throws Exception {
    try (var node = TestNode.start(folder)) {
      var keeper = Founder.found(node, "keeper");
      var helper = Founder.invite(node, keeper, "caseworker person", "heron");
      keeper.browser().get("/members");
      var introductions = node.part(Introductions.class);
      var before = signIn(node, helper);
      var accompanied = opened(node, before, "second-caseworker");
      var own = opened(node, before, "second-person");
      assertThat(introductions.find(before.keys(), accompanied)).isPresent();
      node.part(Houses.class).remove(signIn(node, keeper), new MemberId(before.id().value()));
      before.keys().close();
      node.later(Duration.ofSeconds(60));
      var after = signIn(node, helper);
      assertThat(introductions.find(after.keys(), accompanied)).isEmpty();
      assertThat(introductions.of(after.keys())).hasSize(1);
      assertThat(introductions.find(after.keys(), own)).isPresent();
      after.keys().close();
    }
  }

  private static SignedIn signIn(TestNode node, Founder.Person person) throws Exception {
    return node.part(Accounts.class)
        .signIn(person.name(), person.passphrase(), person.code(1))
        .orElseThrow();
  }

  private static String opened(TestNode node, SignedIn member, String as) throws Exception {
    var registers = node.part(Registers.class);
    var register = registers.create(member.keys(), Introductions.KIND, Role.steward(as));
    register.append(LinkTypes.OPENED, new IntroductionOpened(List.of(), "2026-11"));
    return register.id().value();
  }
}
