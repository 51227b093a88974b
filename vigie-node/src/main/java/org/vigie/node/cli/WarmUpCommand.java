package org.vigie.node.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.Callable;
import org.vigie.kernel.Refusal;
import picocli.CommandLine.Command;

/** The trial run from which the launcher makes the node's start-up cache; of no use to a person. */
@Command(
    name = "warm-up",
    hidden = true,
    description = "Start the demonstration, look at a page or two, and stop.")
final class WarmUpCommand implements Callable<Integer> {

  private static final List<String> PAGES = List.of("/", "/help", "/sign-in", "/assets/vigie.css");

  @Override
  public Integer call() throws IOException, InterruptedException, Refusal {
    try (var node = DemoNode.start(0, System.getenv());
        var browser = HttpClient.newHttpClient()) {
      for (var page : PAGES) {
        var request = HttpRequest.newBuilder(URI.create(node.url() + page)).build();
        browser.send(request, BodyHandlers.discarding());
      }
    }
    return ExitCode.DONE;
  }
}
