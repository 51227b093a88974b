package org.vigie.node.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.vigie.kernel.Refusal;
import picocli.CommandLine.Command;

/** The trial run from which the launcher makes the start-up cache of the commands for files. */
@Command(name = "rehearse", hidden = true, description = "Seal, open and read invented files.")
final class RehearseCommand implements Callable<Integer> {

  @Override
  public Integer call() throws IOException, Refusal {
    Rehearsal.run();
    return ExitCode.DONE;
  }
}
