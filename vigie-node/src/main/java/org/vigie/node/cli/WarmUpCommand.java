package org.vigie.node.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.vigie.kernel.Refusal;
import org.vigie.kernel.SuppressForbidden;
import org.vigie.node.NodeServer;
import org.vigie.node.ops.SettingsReader;
import picocli.CommandLine.Command;

/** The trial run from which the launcher makes its start-up cache; of no use to a person. */
@Command(
    name = "warm-up",
    hidden = true,
    description = "Start a node over an empty home, and stop.")
final class WarmUpCommand implements Callable<Integer> {

  private static final List<String> PAGES = List.of("/", "/help", "/sign-in", "/assets/vigie.css");

  @Override
  @SuppressForbidden(reason = "a trial run reads the real clock")
  public Integer call() throws IOException, InterruptedException, Refusal {
    var home = Files.createTempDirectory("vigie-warm-up");
    try {
      var settings = SettingsReader.read(home, Map.of()).listening("127.0.0.1", 0);
      try (var node = NodeServer.start(settings, Clock.systemUTC());
          var browser = HttpClient.newHttpClient()) {
        for (var page : PAGES) {
          var request = HttpRequest.newBuilder(URI.create(node.url() + page)).build();
          browser.send(request, BodyHandlers.discarding());
        }
      }
    } finally {
      remove(home);
    }
    return ExitCode.DONE;
  }

  private static void remove(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      for (var file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
