package org.vigie.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import org.vigie.kernel.SuppressForbidden;

/** A piece of work of this process. */
@FunctionalInterface
public interface Work {

  /** Does it once. */
  void run() throws Exception;

  /** Does it once and says what it took; processor time is that of the whole process. */
  @SuppressForbidden(reason = "the one way to the processor time of the process, in jdk.management")
  static Spent spent(Work work) throws Exception {
    var process = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    var processor = process.getProcessCpuTime();
    var start = System.nanoTime();
    work.run();
    var wall = System.nanoTime() - start;
    return new Spent(wall / 1e9, (process.getProcessCpuTime() - processor) / 1e9, 0);
  }
}
