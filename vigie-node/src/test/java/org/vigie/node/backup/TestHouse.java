package org.vigie.node.backup;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.vigie.kernel.Language;
import org.vigie.kernel.Refusal;
import org.vigie.node.TestNode;
import org.vigie.node.casefile.AccountTold;
import org.vigie.node.casefile.CaseFile;
import org.vigie.node.casefile.CaseOpened;
import org.vigie.node.casefile.Cases;
import org.vigie.node.house.Accounts;
import org.vigie.node.house.Houses;
import org.vigie.node.house.NewAccount;
import org.vigie.node.shell.Role;
import org.vigie.node.shell.SignedIn;
import org.vigie.register.OpenRegister;

/** A house with one person and one case, told so that every word of it can be looked for. */
record TestHouse(TestNode node, SignedIn member, OpenRegister file) implements AutoCloseable {

  static final String CANARY = "canary-of-the-lamp";
  static final int BLOB = 40_000;
  private static final String NAME = "lamplighter";
  private static final String PASSPHRASE = "seven invented words for one test";

  static TestHouse found(Path home) throws Refusal {
    var node = TestNode.start(home);
    var founder = new NewAccount(NAME, "Lamp", PASSPHRASE, "", 0, 0, Language.EN);
    var member =
        node.part(Houses.class).found("House " + CANARY, founder, Set.of(Role.PERSON)).member();
    var opened = new CaseOpened(CANARY, List.of("en"), "person");
    var file = node.part(Cases.class).open(member.keys(), opened).register();
    return new TestHouse(node, member, file);
  }

  /** The same house, found in a home that was restored. */
  static TestHouse find(Path home) throws Refusal {
    var node = TestNode.start(home);
    var member = node.part(Accounts.class).signIn(NAME, PASSPHRASE, "").orElseThrow();
    var open = node.part(Cases.class).of(member.keys()).getFirst();
    return new TestHouse(node, member, open.register());
  }

  long tell(String words) throws Refusal {
    var told = new AccountTold("a", "addendum", "en", CANARY + " " + words, "person", "");
    return file.append(CaseFile.TOLD, told).sequence();
  }

  void store() throws Refusal, IOException {
    file.storeBlob(
        new ByteArrayInputStream(
            CANARY.repeat(BLOB / 18).getBytes(java.nio.charset.StandardCharsets.UTF_8)),
        BLOB);
  }

  @Override
  public void close() {
    member.box().close();
    member.keys().close();
    node.close();
  }
}
