package org.vigie.ledger.timestamp;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A time-stamping authority on loopback: {@code openssl ts} behind the JDK's HTTP server. */
final class OpensslAuthority implements AutoCloseable {

  private final Path folder;
  private final HttpServer server;

  private OpensslAuthority(Path folder, HttpServer server) {
    this.folder = folder;
    this.server = server;
  }

  /** Starts one, or skips the test where OpenSSL is missing. */
  static OpensslAuthority start(Path folder, String... keyOptions) throws Exception {
    Assumptions.assumeTrue(run(folder, "openssl", "version") == 0, "openssl is not installed");
    root(folder);
    authority(folder, List.of(keyOptions));
    Files.writeString(folder.resolve("ts.cnf"), CONFIGURATION);
    Files.writeString(folder.resolve("serial"), "01\n");
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var authority = new OpensslAuthority(folder, server);
    server.createContext(
        "/",
        exchange -> {
          var reply = authority.reply(exchange.getRequestBody().readAllBytes());
          exchange.sendResponseHeaders(200, reply.length);
          try (var body = exchange.getResponseBody()) {
            body.write(reply);
          }
        });
    server.start();
    return authority;
  }

  private static final String CONFIGURATION =
      """
      [tsa]
      default_tsa=t
      [t]
      serial=serial
      crypto_device=builtin
      signer_digest=sha256
      default_policy=1.2.3.4.1
      digests=sha256,sha512
      accuracy=secs:1
      ordering=no
      tsa_name=yes
      ess_cert_id_chain=no
      ess_cert_id_alg=sha256
      """;

  private static void root(Path folder) throws Exception {
    require(
        folder,
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:P-256",
        "-nodes",
        "-keyout",
        "root.key",
        "-out",
        "root.pem",
        "-days",
        "30",
        "-subj",
        "/CN=Test root");
  }

  private static void authority(Path folder, List<String> keyOptions) throws Exception {
    Files.writeString(
        folder.resolve("ext.cnf"),
        "extendedKeyUsage=critical,timeStamping\nkeyUsage=critical,digitalSignature\n");
    var request = new ArrayList<>(List.of("openssl", "req", "-new", "-nodes"));
    request.addAll(keyOptions);
    request.addAll(List.of("-keyout", "tsa.key", "-out", "tsa.csr", "-subj", "/CN=Test TSA"));
    require(folder, request.toArray(String[]::new));
    require(
        folder,
        "openssl",
        "x509",
        "-req",
        "-in",
        "tsa.csr",
        "-CA",
        "root.pem",
        "-CAkey",
        "root.key",
        "-CAcreateserial",
        "-days",
        "30",
        "-extfile",
        "ext.cnf",
        "-out",
        "tsa.pem");
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  Path root() {
    return folder.resolve("root.pem");
  }

  private synchronized byte[] reply(byte[] query) {
    try {
      Files.write(folder.resolve("q.tsq"), query);
      require(
          folder,
          "openssl",
          "ts",
          "-reply",
          "-config",
          "ts.cnf",
          "-queryfile",
          "q.tsq",
          "-signer",
          "tsa.pem",
          "-inkey",
          "tsa.key",
          "-out",
          "r.tsr");
      return Files.readAllBytes(folder.resolve("r.tsr"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static void require(Path folder, String... command) throws IOException, InterruptedException {
    if (run(folder, command) != 0) {
      throw new IOException(Files.readString(folder.resolve("log"), UTF_8));
    }
  }

  static int run(Path folder, String... command) throws IOException, InterruptedException {
    try {
      var process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("log").toFile())
              .start();
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return -1;
      }
      return process.exitValue();
    } catch (IOException e) {
      return -1;
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
