package org.vigie.node.shield;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.node.TestNode;
import org.vigie.node.house.Founder;
import org.vigie.node.house.Founder.Person;
import org.vigie.node.house.Told;
import org.vigie.node.store.PostgresServer;

/** The whole node over a real PostgreSQL: a house founded, somebody invited, something told. */
class PostgresNodeTest {

  private static final String WORDS = "SAIGA9917 told over another database";

  @TempDir private Path home = Path.of("");

  @Test
  void S_01_S_33_a_house_is_founded_and_told_in_over_postgresql_and_no_row_shows_a_word()
      throws Exception {
    var database = PostgresServer.newDatabase();
    Person person;
    String base;
    try (var node = TestNode.over(database, home)) {
      var keeper = Founder.found(node, "SAIGA9917 keeper");
      person = Founder.invite(node, keeper, "person", "SAIGA9917 swallow");
      var told = Told.by(person, WORDS);
      base = told.base();
      var incident = told.incident("original", "be silent SAIGA9917", "act", "insult-humiliation");
      assertThat(told.text(incident)).contains("be silent SAIGA9917");
      assertThat(told.text("/account")).contains(WORDS);
      assertThat(keeper.browser().get(base).status()).isEqualTo(404);
      assertThat(keeper.browser().get("/members").text()).contains("note for SAIGA9917 swallow");
    }
    assertThat(home.resolve("vigie.db")).doesNotExist();
    try (var node = TestNode.over(database, home)) {
      var browser = node.browser();
      browser.get("/sign-in");
      var entered =
          browser.post(
              "/sign-in",
              "name",
              person.name(),
              "passphrase",
              person.passphrase(),
              "code",
              person.code(1));
      assertThat(entered.status()).isEqualTo(303);
      assertThat(browser.get(base + "/account").text()).contains(WORDS);
    }
    assertThat(everyRow(database)).isNotEmpty().doesNotContain("SAIGA9917");
    try (var files = Files.walk(home)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain("SAIGA9917");
      }
    }
  }

  /** Every value of every table as bytes. */
  private static String everyRow(String database) throws Exception {
    var all = new StringBuilder();
    try (var connection = DriverManager.getConnection(database);
        var statement = connection.createStatement()) {
      var tables = new ArrayList<String>();
      try (var found =
          connection.getMetaData().getTables(null, "public", "%", new String[] {"TABLE"})) {
        while (found.next()) {
          tables.add(found.getString("TABLE_NAME"));
        }
      }
      assertThat(tables).hasSizeGreaterThan(8);
      for (var table : tables) {
        try (var rows = statement.executeQuery("select * from \"" + table + "\"")) {
          while (rows.next()) {
            for (var i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
              var value = rows.getObject(i);
              all.append(
                  value instanceof byte[] bytes
                      ? new String(bytes, StandardCharsets.ISO_8859_1)
                      : String.valueOf(value));
            }
          }
        }
      }
    }
    return all.toString();
  }
}
