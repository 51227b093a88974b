package org.vigie.bench.log;

import java.util.Locale;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.vigie.bench.Bench;

/** Runs {@link LogMeasures} by JMH. There is no peer and no bar: the figures are for comparing. */
public final class LogBench implements Bench {

  /** Nothing is measured yet. */
  public LogBench() {}

  @Override
  public void run(Run run) throws Exception {
    run.report().title("custody log of %,d entries, JMH, microseconds each", run.size().leaves());
    var second = TimeValue.milliseconds(run.size().counts() ? 2_000 : 50);
    var options =
        new OptionsBuilder()
            .include(LogMeasures.class.getSimpleName())
            .param("leaves", Integer.toString(run.size().leaves()))
            .forks(run.size().counts() ? 1 : 0)
            .warmupIterations(run.size().counts() ? 3 : 1)
            .warmupTime(second)
            .measurementIterations(run.size().rounds())
            .measurementTime(second)
            .verbosity(VerboseMode.SILENT)
            .build();
    for (var result : new Runner(options).run()) {
      var score = result.getPrimaryResult();
      var label = result.getParams().getBenchmark();
      run.report()
          .line(
              "%-10s %s",
              label.substring(label.lastIndexOf('.') + 1),
              String.format(
                  Locale.ROOT,
                  "%,10.2f ± %.2f",
                  score.getScore(),
                  Double.isNaN(score.getScoreError()) ? 0 : score.getScoreError()));
    }
  }
}
