package org.vigie.bench.node;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a browser: keeps cookies and fills the forms they are shown. */
final class Visitor {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");

  private final int port;
  private final Map<String, String> jar = new LinkedHashMap<>();
  private String token = "";

  Visitor(int port) {
    this.port = port;
  }

  String cookies() {
    return jar.entrySet().stream()
        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
        .collect(Collectors.joining("; "));
  }

  Connection.Answer get(String path) throws IOException {
    try (var connection = new Connection(port)) {
      return seen(connection.exchange(connection.get(path, cookies())));
    }
  }

  /** Posts names and values in turn, with the token of the last form seen. */
  Connection.Answer post(String path, String... fields) throws IOException {
    var form = new StringBuilder("_csrf=").append(token);
    for (var i = 0; i < fields.length; i += 2) {
      form.append('&').append(encode(fields[i])).append('=').append(encode(fields[i + 1]));
    }
    try (var connection = new Connection(port)) {
      return seen(connection.exchange(connection.post(path, cookies(), form.toString())));
    }
  }

  /** The same, where a page must follow. */
  String posted(String path, String... fields) throws IOException {
    var answer = post(path, fields);
    if (answer.status() != 303) {
      throw new IOException(path + " answered " + answer.status());
    }
    return answer.location();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private Connection.Answer seen(Connection.Answer answer) {
    for (var cookie : answer.cookies()) {
      var pair = cookie.split(";", 2)[0].split("=", 2);
      if (pair[1].isEmpty()) {
        jar.remove(pair[0]);
      } else {
        jar.put(pair[0], pair[1]);
      }
    }
    var found = TOKEN.matcher(answer.text());
    if (found.find()) {
      token = found.group(1);
    }
    return answer;
  }
}
