package org.vigie.ledger.timestamp;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import org.vigie.ledger.LedgerRefused;

/**
 * Asks an authority over HTTP: RFC 3161, section 3.4. The authority learns a hash and the address
 * we ask from; a house that minds the latter gives a client with a proxy. Safe for several threads.
 */
public final class TimeStampClient {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpClient http;
  private final URI authority;
  private final SecureRandom random;

  /** Asks {@code authority} through {@code http}, which should not follow redirects. */
  public TimeStampClient(HttpClient http, URI authority, SecureRandom random) {
    this.http = http;
    this.authority = authority;
    this.random = random;
  }

  /**
   * Has {@code data} stamped.
   *
   * @return the reply, to be kept as a {@code .tsr} file; it names our data and our nonce, but its
   *     signature is not checked yet, because that needs a root someone chose: {@link
   *     TimeStampToken#verify}
   * @throws IOException when the authority is not reached or answers with an error
   * @throws LedgerRefused when the answer is no time-stamp, a refusal, or one of something else
   */
  public byte[] stamp(byte[] data) throws IOException, InterruptedException, LedgerRefused {
    var asked = TimeStampRequest.of(data, random);
    var request =
        HttpRequest.newBuilder(authority)
            .timeout(PATIENCE)
            .header("Content-Type", "application/timestamp-query")
            .POST(HttpRequest.BodyPublishers.ofByteArray(asked.encoded()))
            .build();
    var response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
    try (var body = response.body()) {
      if (response.statusCode() != 200) {
        throw new IOException("The time-stamping authority answered " + response.statusCode());
      }
      var reply = body.readNBytes(TimeStampToken.MAX_LENGTH + 1);
      var token = TimeStampToken.parseReply(reply);
      if (!asked.nonce().equals(token.nonce()) || !token.isOf(asked.imprint())) {
        throw new LedgerRefused("ledger.time-stamp-of-other-data");
      }
      return reply;
    }
  }
}
