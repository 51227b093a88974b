package org.vigie.bench.node;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One connection to the node that is kept open between requests, as a browser keeps it: so little
 * HTTP/1.1 that the client takes next to no time from the two processors it shares with the node.
 */
final class Connection implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 600_000;
  private static final int BUFFER = 1 << 16;

  private final int port;
  private final String host;
  private Socket socket;
  private InputStream in;
  private boolean over;

  /** What came back. */
  record Answer(int status, String location, List<String> cookies, ByteBuffer body) {

    String text() {
      return StandardCharsets.UTF_8.decode(body.duplicate()).toString();
    }
  }

  Connection(int port) throws IOException {
    this.port = port;
    host = "127.0.0.1:" + port;
    socket = connected();
    in = new BufferedInputStream(socket.getInputStream(), BUFFER);
  }

  private Socket connected() throws IOException {
    var fresh = new Socket(InetAddress.ofLiteral("127.0.0.1"), port);
    fresh.setTcpNoDelay(true);
    fresh.setSoTimeout(PATIENCE_MILLIS);
    return fresh;
  }

  /** The bytes of a request, made beforehand. */
  byte[] get(String path, String cookies) {
    return head("GET", path, cookies).append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  byte[] post(String path, String cookies, String form) {
    var length = form.getBytes(StandardCharsets.UTF_8).length;
    return head("POST", path, cookies)
        .append("Content-Type: application/x-www-form-urlencoded\r\n")
        .append("Content-Length: ")
        .append(length)
        .append("\r\n\r\n")
        .append(form)
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }

  private StringBuilder head(String method, String path, String cookies) {
    var head = new StringBuilder(method).append(' ').append(path).append(" HTTP/1.1\r\n");
    head.append("Host: ").append(host).append("\r\nAccept-Language: en\r\n");
    if (!cookies.isEmpty()) {
      head.append("Cookie: ").append(cookies).append("\r\n");
    }
    return head;
  }

  /** Sends a request and reads the whole answer. */
  Answer exchange(byte[] request) throws IOException {
    // A server ends a connection after so many answers, and says so with the last.
    if (over) {
      socket.close();
      socket = connected();
      in = new BufferedInputStream(socket.getInputStream(), BUFFER);
      over = false;
    }
    socket.getOutputStream().write(request);
    var status = Integer.parseInt(line().split(" ", 3)[1]);
    var location = "";
    var cookies = new ArrayList<String>();
    var length = 0;
    var chunked = false;
    for (var header = line(); !header.isEmpty(); header = line()) {
      var colon = header.indexOf(':');
      var value = header.substring(colon + 1).strip();
      switch (header.substring(0, colon).toLowerCase(Locale.ROOT)) {
        case "location" -> location = value;
        case "set-cookie" -> cookies.add(value);
        case "content-length" -> length = Integer.parseInt(value);
        case "transfer-encoding" -> chunked = true;
        case "connection" -> over = value.equals("close");
        default -> {}
      }
    }
    var body = chunked ? chunks() : exactly(length);
    return new Answer(status, location, cookies, ByteBuffer.wrap(body));
  }

  private byte[] chunks() throws IOException {
    var body = new ByteArrayOutputStream();
    for (var size = chunkSize(); size > 0; size = chunkSize()) {
      body.write(exactly(size));
      line();
    }
    line();
    return body.toByteArray();
  }

  private int chunkSize() throws IOException {
    return Integer.parseInt(line(), 16);
  }

  private byte[] exactly(int length) throws IOException {
    var bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("the node hung up");
    }
    return bytes;
  }

  private String line() throws IOException {
    var text = new StringBuilder();
    for (var c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the node hung up");
      }
      if (c != '\r') {
        text.append((char) c);
      }
    }
    return text.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
