package org.vigie.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Debian's Chromium, started once for all journeys; each person has a profile of their own. */
final class Chromium {

  private static final Path PROGRAM = Path.of("/usr/bin/chromium");
  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--disable-dev-shm-usage",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private static @Nullable Browser browser;

  private Chromium() {}

  /** Whether this machine can run journeys at all. */
  static boolean isHere() {
    return Files.exists(PROGRAM) && Files.exists(node());
  }

  static synchronized Browser started() {
    if (browser == null) {
      var playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(
                      Map.of(
                          "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                          "1",
                          "PLAYWRIGHT_NODEJS_PATH",
                          node().toString())));
      browser =
          playwright
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions()
                      .setExecutablePath(PROGRAM)
                      .setArgs(FLAGS)
                      .setTimeout(180_000));
      Runtime.getRuntime().addShutdownHook(new Thread(playwright::close, "chromium"));
    }
    return browser;
  }

  private static Path node() {
    var debian = Path.of("/usr/bin/node");
    return Files.exists(debian) ? debian : Path.of("/usr/local/bin/node");
  }
}
