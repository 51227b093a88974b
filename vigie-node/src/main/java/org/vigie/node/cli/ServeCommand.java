package org.vigie.node.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.Refusal;
import org.vigie.kernel.SuppressForbidden;
import org.vigie.node.ops.SettingsReader;
import org.vigie.seal.ArgonPolicy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./vigie serve}: a real node, until it is told to stop. */
@Command(
    name = "serve",
    description = "Start a node in its home; the first start offers a one-time set-up address.",
    footer = {"", "Example: ./vigie serve --home /srv/vigie --port 8470"})
final class ServeCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--home", paramLabel = "DIR", description = "Folder that holds everything.")
  private @Nullable Path home;

  @Option(names = "--port", paramLabel = "N", description = "Port; 0 takes a free one.")
  private @Nullable Integer port;

  @Option(names = "--bind", paramLabel = "ADDR", description = "Address to listen on.")
  private @Nullable String bind;

  @Override
  @SuppressForbidden(reason = "a real node reads the real clock")
  public Integer call() throws IOException, InterruptedException, Refusal {
    var kept = SettingsReader.read(Homes.of(home), System.getenv());
    var settings =
        kept.listening(
            bind == null ? kept.http().bind() : bind, port == null ? kept.http().port() : port);
    try (var stop = new UntilStopped();
        var node = Nodes.start(settings, Clock.systemUTC(), ArgonPolicy.PEOPLE)) {
      var out = out();
      node.foundingUrl().ifPresent(url -> out.println("vigie: set up the house at " + url));
      out.println("vigie: ready at " + node.url());
      out.flush();
      stop.await();
    }
    return ExitCode.DONE;
  }

  private PrintWriter out() {
    if (spec == null) {
      throw new IllegalStateException("picocli fills the spec in");
    }
    return spec.commandLine().getOut();
  }
}
