package org.vigie.node;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.vigie.kernel.Refusal;
import org.vigie.node.ops.SettingsReader;

/** A node at a low cost of a passphrase, in a process of its own. */
final class QuickServe {

  private QuickServe() {}

  /** Serves the home named by the first argument until it is killed. */
  public static void main(String[] arguments) throws IOException, InterruptedException, Refusal {
    var settings = SettingsReader.read(Path.of(arguments[0]), Map.of()).listening("127.0.0.1", 0);
    var node = NodeServer.start(settings, Clock.systemUTC(), TestNode.QUICK);
    node.foundingUrl().ifPresent(url -> System.out.println("vigie: set up the house at " + url));
    System.out.println("vigie: ready at " + node.url());
    new CountDownLatch(1).await();
  }
}
