package org.vigie.node.shell.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.vigie.node.ops.ServedNames;

/**
 * Lets in only requests for a name this node serves, before anything else of it runs. What is
 * answered to others names neither the node nor the program. For names that are reached over TLS
 * the request counts as secure, whatever a header claims (S-11, S-18).
 */
final class NamesValve extends ValveBase {

  private static final int MISDIRECTED = 421;

  private final ServedNames names;
  private final byte[] refusal;

  /** Answers {@code refusal} to whoever asks for another name. */
  NamesValve(ServedNames names, String refusal) {
    super(true);
    this.names = names;
    this.refusal = refusal.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    var host = request.getServerName();
    var named = host == null ? "" : host;
    if (names.overTls(named)) {
      request.setSecure(true);
      request.getCoyoteRequest().scheme().setString("https");
    }
    StrictHeaders.put(response, request.isSecure());
    if (names.serves(named)) {
      getNext().invoke(request, response);
      return;
    }
    response.setStatus(MISDIRECTED);
    response.setContentType("text/plain;charset=UTF-8");
    response.setContentLength(refusal.length);
    response.getOutputStream().write(refusal);
  }
}
