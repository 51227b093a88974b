package org.vigie.bench.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Page views at a steady rate, whatever the node does: each is due at its own moment and its time
 * runs from there, so that a node that falls behind cannot make its own figures better.
 */
final class Load {

  private static final int CONNECTIONS = 16;
  private static final String END = "</html>";
  private static final int TAIL = 16;

  private final int port;
  private final List<View> views;

  /** One page and who looks at it. */
  record View(String path, String cookies) {}

  /** How long views took, in milliseconds from the moment they were due. */
  static final class Times {

    private final double[] sorted;
    private final double seconds;

    private Times(double[] sorted, double seconds) {
      this.sorted = sorted;
      this.seconds = seconds;
    }

    double percentile(double share) {
      return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))];
    }

    double most() {
      return sorted[sorted.length - 1];
    }

    double perSecond() {
      return sorted.length / seconds;
    }
  }

  Load(int port, List<View> views) {
    this.port = port;
    this.views = List.copyOf(views);
  }

  /** Looks at the pages in turn, {@code rate} a second, for {@code seconds}. */
  Times run(int rate, int seconds) throws Exception {
    var times = new double[rate * seconds];
    var next = new AtomicInteger();
    var start = System.nanoTime();
    try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
      Callable<Void> looking = () -> look(next, times, start, rate);
      for (var ended : threads.invokeAll(java.util.Collections.nCopies(CONNECTIONS, looking))) {
        ended.get();
      }
    }
    var took = (System.nanoTime() - start) / 1e9;
    Arrays.sort(times);
    return new Times(times, took);
  }

  private Void look(AtomicInteger next, double[] times, long start, int rate) throws IOException {
    try (var connection = new Connection(port)) {
      for (var i = next.getAndIncrement(); i < times.length; i = next.getAndIncrement()) {
        var due = start + i * TimeUnit.SECONDS.toNanos(1) / rate;
        for (var left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
          LockSupport.parkNanos(left);
        }
        // A step that shares no factor with the list visits everybody's every page.
        var view = views.get((int) ((long) i * 7 % views.size()));
        var answer = connection.exchange(connection.get(view.path(), view.cookies()));
        times[i] = (System.nanoTime() - due) / 1e6;
        requirePage(view, answer);
      }
      return null;
    }
  }

  private static void requirePage(View view, Connection.Answer answer) throws IOException {
    var body = answer.body();
    var tail = body.slice(Math.max(0, body.limit() - TAIL), Math.min(TAIL, body.limit()));
    if (answer.status() != 200 || !StandardCharsets.UTF_8.decode(tail).toString().contains(END)) {
      throw new IOException(view.path() + " answered " + answer.status() + " " + answer.location());
    }
  }
}
