package org.vigie.node.shield;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.concurrent.CountDownLatch;

/** A process that takes the writer's place in a database and does not give it back. */
final class DatabaseHolder {

  private DatabaseHolder() {}

  /** Starts it and waits until it holds {@code database}. */
  static Process hold(Path database) throws Exception {
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                DatabaseHolder.class.getName(),
                database.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.getInputStream().read()).isEqualTo('h');
    return process;
  }

  /** Holds the database named by the first argument until it is killed. */
  public static void main(String[] arguments) throws Exception {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + arguments[0]);
        var statement = connection.createStatement()) {
      statement.execute("begin immediate");
      System.out.println("holds");
      new CountDownLatch(1).await();
    }
  }
}
