package org.vigie.node.cage;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts a program of ours that stays and has one folder and nothing else: with bubblewrap no
 * network, no other file and no sight of other processes; without it an empty environment and
 * limits alone. It ends with the node.
 */
public final class KeptProgram {

  private static final CageLimits SMALL = new CageLimits(Duration.ofDays(1), 0, 48, 0, 1);

  private KeptProgram() {}

  /** Ways to start one on this machine, the strongest first: {@code true} is with bubblewrap. */
  public static List<Boolean> ways() {
    return Launch.program("bwrap") == null ? List.of(false) : List.of(true, false);
  }

  /**
   * Starts it.
   *
   * @param main its main class; the folder is its only argument
   * @param folder what it may read and write
   * @param code a class of every other jar it needs
   */
  public static Process start(Class<?> main, Path folder, boolean isolated, Class<?>... code)
      throws IOException {
    var all = new ArrayList<Class<?>>(List.of(main));
    all.addAll(List.of(code));
    var classPath = CodePath.of(all.toArray(Class<?>[]::new));
    return new Launch(classPath, main.getName(), SMALL, isolated, folder.toRealPath()).start();
  }
}
