package org.vigie.node.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.SuppressForbidden;
import org.vigie.node.doctor.Doctor;
import org.vigie.node.doctor.Observation;
import org.vigie.node.doctor.Observation.Level;
import org.vigie.node.ops.SettingsReader;
import org.vigie.node.ops.SettingsRefused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./vigie doctor}: looks at the machine and the home, and changes nothing. */
@Command(
    name = "doctor",
    description =
        "Check the machine and the home, read-only; say what is wrong and how to mend it.",
    footer = {"", "Example: ./vigie doctor --home /srv/vigie"})
final class DoctorCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--home", paramLabel = "DIR", description = "Folder that holds everything.")
  private @Nullable Path home;

  @Override
  @SuppressForbidden(reason = "the doctor reads the real clock")
  public Integer call() throws IOException {
    var sentences = Sentences.ofEnvironment();
    var doctor = new Doctor(new SecureRandom(), Clock.systemUTC());
    var machine = doctor.machine();
    print(sentences, "doctor.machine", machine);
    var ofHome = home(doctor, sentences);
    print(sentences, "doctor.home", ofHome);
    var wrong = count(machine, Level.WRONG) + count(ofHome, Level.WRONG);
    var advice = count(machine, Level.ADVICE) + count(ofHome, Level.ADVICE);
    out().println(sentences.of("doctor.sum", wrong, advice));
    if (count(ofHome, Level.WRONG) > 0) {
      return ExitCode.CHECK_FAILED;
    }
    return wrong == 0 ? ExitCode.DONE : ExitCode.MACHINE_LACKS_SOMETHING;
  }

  private List<Observation> home(Doctor doctor, Sentences sentences) throws IOException {
    var folder = Homes.of(home);
    try {
      return doctor.home(SettingsReader.read(folder, System.getenv()));
    } catch (SettingsRefused refused) {
      var seen = new ArrayList<Observation>();
      seen.add(new Observation(Level.WRONG, "doctor.settings", List.of(sentences.of(refused))));
      return seen;
    }
  }

  private void print(Sentences sentences, String heading, List<Observation> seen) {
    var out = out();
    out.println(sentences.of(heading));
    for (var one : seen) {
      var level = sentences.of("doctor.level." + one.level().name().toLowerCase(Locale.ROOT));
      out.println(
          String.format(
              Locale.ROOT, "  %-7s %s", level, sentences.of(one.key(), one.details().toArray())));
    }
  }

  private static long count(List<Observation> seen, Level level) {
    return seen.stream().filter(one -> one.level() == level).count();
  }

  private PrintWriter out() {
    if (spec == null) {
      throw new IllegalStateException("picocli fills the spec in");
    }
    return spec.commandLine().getOut();
  }
}
