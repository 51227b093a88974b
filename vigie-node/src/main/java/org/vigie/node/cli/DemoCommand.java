package org.vigie.node.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.Refusal;
import org.vigie.node.demo.story.Story;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./vigie demo}: a fictional house to walk through; it is gone when it is stopped. */
@Command(
    name = "demo",
    description = "Start a fictional house on this machine, to look around; wiped when it stops.",
    footer = {"", "Example: ./vigie demo --port 8470"})
final class DemoCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "N",
      converter = Port.class,
      description = "Port; 0 takes a free one.")
  private @Nullable Integer port;

  @Option(
      names = "--package",
      paramLabel = "FILE",
      description = "Write the story's evidence package to FILE, and stop.")
  private @Nullable Path packageFile;

  @Override
  public Integer call() throws IOException, InterruptedException, Refusal {
    if (packageFile != null) {
      return writePackage(packageFile);
    }
    try (var stop = new UntilStopped();
        var demo = DemoNode.start(port, System.getenv(), this::making)) {
      introduce(demo);
      stop.await();
    }
    return ExitCode.DONE;
  }

  private int writePackage(Path file) throws IOException, Refusal {
    if (Files.exists(file)) {
      throw new CommandRefused(ExitCode.UNUSABLE_INPUT, "backup.exists", file);
    }
    Given.requirePlace(file);
    try (var demo = DemoNode.start(0, System.getenv(), this::making);
        var whole = WholeFile.write(file)) {
      demo.writePackage(whole.stream());
      whole.keep();
    }
    return ExitCode.DONE;
  }

  private void making() {
    if (spec != null) {
      spec.commandLine().getErr().println(Sentences.ofEnvironment().of("demo.making"));
    }
  }

  private void introduce(DemoNode demo) {
    var out = out();
    var language = demo.language();
    var sentences = Sentences.of(language);
    var story = Story.on(demo.template().day());
    out.println(story.name().in(language));
    out.println(sentences.of("demo.fiction"));
    out.println(sentences.of("demo.sign-in"));
    out.println();
    for (var account : story.accounts()) {
      var role = sentences.of("demo.role." + account.role().name().toLowerCase(Locale.ROOT));
      var words = demo.template().passphrase();
      out.println(String.format(Locale.ROOT, "  %-10s %-12s %s", account.signIn(), role, words));
      out.println("             " + account.about().in(language));
    }
    out.println();
    out.println("vigie: ready at " + demo.url());
    out.flush();
  }

  private PrintWriter out() {
    if (spec == null) {
      throw new IllegalStateException("picocli fills the spec in");
    }
    return spec.commandLine().getOut();
  }
}
