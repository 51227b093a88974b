package org.vigie.node.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks over HTTP: follows nothing, waits twenty seconds for all of it, reads at most 64 KiB, sends
 * no cookie and no name of ours beyond what the question says.
 */
final class HttpWitnessLine implements WitnessLine, AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int WHOLE_SECONDS = 20;
  private static final int LONGEST = 64 * 1024;

  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  @Override
  public Reply ask(String address, String body) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(WitnessAddress.toAsk(address))
            .timeout(PATIENCE)
            .header("Content-Type", "text/plain;charset=utf-8")
            .header("User-Agent", "tlog-witness-client")
            .POST(HttpRequest.BodyPublishers.ofString(body, UTF_8))
            .build();
    var bounded =
        HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofString(UTF_8), LONGEST);
    var coming = http.sendAsync(request, bounded);
    try {
      var reply = coming.get(WHOLE_SECONDS, TimeUnit.SECONDS);
      return new Reply(
          reply.statusCode(), reply.body(), reply.headers().firstValue(KEPT).orElse(""));
    } catch (ExecutionException failed) {
      throw new IOException("no answer", failed);
    } catch (TimeoutException slow) {
      throw new IOException("no answer in time", slow);
    } finally {
      coming.cancel(true);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
