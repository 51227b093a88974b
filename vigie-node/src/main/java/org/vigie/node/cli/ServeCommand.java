package org.vigie.node.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.Refusal;
import org.vigie.kernel.SuppressForbidden;
import org.vigie.node.NodeServer;
import org.vigie.node.ops.Home;
import org.vigie.node.ops.NodeSettings;
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

  private static final String LOOPBACK = "127.0.0.1";

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--home", paramLabel = "DIR", description = "Folder that holds everything.")
  private @Nullable Path home;

  @Option(
      names = "--port",
      paramLabel = "N",
      converter = Port.class,
      description = "Port; 0 takes a free one.")
  private @Nullable Integer port;

  @Option(
      names = "--bind",
      paramLabel = "ADDR",
      description = "Address to listen on, or unix:PATH of a socket.")
  private @Nullable String bind;

  @Override
  public Integer call() throws IOException, InterruptedException, Refusal {
    var kept = SettingsReader.read(Homes.of(home), System.getenv());
    var settings =
        kept.listening(
            bind == null ? kept.http().bind() : bind, port == null ? kept.http().port() : port);
    try (var stop = new UntilStopped();
        var node = start(settings)) {
      var out = out();
      node.foundingUrl().ifPresent(url -> out.println("vigie: set up the house at " + url));
      out.println("vigie: ready at " + node.url());
      out.flush();
      stop.await();
    }
    return ExitCode.DONE;
  }

  /**
   * A node without a house listens on this machine only, whatever was asked: whoever founds it sits
   * here.
   */
  @SuppressForbidden(reason = "a real node reads the real clock")
  private NodeServer start(NodeSettings settings) throws IOException, CommandRefused {
    var clock = Clock.systemUTC();
    if (settings.http().socket().isPresent()) {
      SocketPlace.prepare(settings.http().socket().get());
    }
    var here = Nodes.staysHere(settings);
    if (here || Files.exists(new Home(settings.home()).keys())) {
      var node = Nodes.start(settings, clock, ArgonPolicy.PEOPLE);
      if (here || node.foundingUrl().isEmpty()) {
        return node;
      }
      node.close();
    }
    var http = settings.http();
    out().println("vigie: " + Sentences.ofEnvironment().of("cli.serve.here", http.bind()));
    return Nodes.start(settings.listening(LOOPBACK, http.port()), clock, ArgonPolicy.PEOPLE);
  }

  private PrintWriter out() {
    if (spec == null) {
      throw new IllegalStateException("picocli fills the spec in");
    }
    return spec.commandLine().getOut();
  }
}
