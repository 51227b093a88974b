package org.vigie.node.shell;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.vigie.node.TestBrowser;
import org.vigie.node.TestNode;

class LogTest {

  private static final String CANARY = "CANARY-PERSON-7781";

  @Test
  void S_10_the_log_names_nobody_and_no_place_they_came_from(@TempDir Path home) {
    try (var node = TestNode.start(home);
        var log = new Lines()) {
      visit(node.browser());
      visit(new TestMember().in(node, Set.of(Role.PERSON)));
      var lines = String.join("\n", log.lines);
      assertThat(lines).contains("error ", "IllegalStateException");
      assertThat(lines).doesNotContain(CANARY, "127.0.0.1", "Mozilla", "/probe/", "vigie=");
    }
  }

  private static void visit(TestBrowser browser) {
    browser.with("User-Agent", "Mozilla/5.0 " + CANARY).with("X-Forwarded-For", "192.0.2.7");
    browser.get("/probe/bug?name=" + CANARY);
    browser.get("/" + CANARY);
    browser.get("/help?" + CANARY + "=1");
    browser.get("/%00" + CANARY);
    browser.get("//" + CANARY);
    browser.get("/sign-in");
    browser.post("/sign-in", "name", CANARY, "passphrase", CANARY, "code", CANARY);
    browser.post("/probe/text", "told", CANARY);
    browser.postBare("/probe/text", "told", CANARY);
    browser.postFile(
        "/probe/files", CANARY, CANARY + ".txt", new java.io.ByteArrayInputStream(new byte[10]));
    browser.postMultipart(
        "/probe/files",
        new java.io.ByteArrayInputStream(CANARY.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
  }

  /** Every line the log would write, as it would write it. */
  private static final class Lines extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final PatternLayout layout = new PatternLayout();

    Lines() {
      var context = (LoggerContext) LoggerFactory.getILoggerFactory();
      layout.setContext(context);
      layout.setPattern("%d{yyyy-MM-dd HH:mm,UTC} %-5level %logger{0} %msg%n%nopex");
      layout.start();
      setContext(context);
      start();
      root.addAppender(this);
    }

    @Override
    protected void append(ILoggingEvent event) {
      lines.add(layout.doLayout(event));
    }

    @Override
    public void close() {
      root.detachAppender(this);
      stop();
    }
  }
}
