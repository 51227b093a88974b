package org.vigie.node;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A browser without scripts: keeps cookies, fills the forms it was given, follows nothing by
 * itself.
 */
public final class TestBrowser {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");

  private final String base;
  private final Map<String, String> cookies = new LinkedHashMap<>();
  private final Map<String, String> headers = new LinkedHashMap<>();
  private String token = "";

  /** A browser that has never been at {@code url}. */
  public TestBrowser(String base) {
    this.base = base;
    headers.put("Accept-Language", "en");
  }

  /**
   * An answer.
   *
   * @param status HTTP status
   * @param body the text
   * @param headers all of them
   */
  public record Answer(int status, String body, java.net.http.HttpHeaders headers) {

    /** The address a redirect names, or nothing. */
    public String location() {
      return headers.firstValue("Location").orElse("");
    }

    /** One header, or nothing. */
    public String header(String name) {
      return headers.firstValue(name).orElse("");
    }

    /** What a reader sees: the text without tags. */
    public String text() {
      return body.replaceAll("(?s)<(style|head)>.*?</\\1>", " ")
          .replaceAll("<[^>]*>", " ")
          .replace("&#39;", "'")
          .replace("&#34;", "\"")
          .replace("&lt;", "<")
          .replace("&gt;", ">")
          .replace("&amp;", "&")
          .replaceAll("[\\u2066-\\u2069]", "")
          .replaceAll("\\s+", " ");
    }
  }

  /** Sends this header from now on. */
  public TestBrowser with(String name, String value) {
    headers.put(name, value);
    return this;
  }

  /** Sets a cookie. */
  public TestBrowser cookie(String name, String value) {
    cookies.put(name, value);
    return this;
  }

  /** The cookie {@code name}, or nothing. */
  public String cookie(String name) {
    return cookies.getOrDefault(name, "");
  }

  /** The token of the last form seen. */
  public String token() {
    return token;
  }

  /** Loads a page. */
  public Answer get(String path) {
    return send(request(path).GET());
  }

  /** Loads a page and follows where it leads, as browsers do after a POST. */
  public Answer follow(Answer answer) {
    var current = answer;
    for (var i = 0; i < 10 && current.status() == 303; i++) {
      current = get(current.location());
    }
    return current;
  }

  /** Posts a form with the token of the last page: names and values in turn. */
  public Answer post(String path, String... fields) {
    var all = new ArrayList<>(List.of("_csrf", token));
    all.addAll(List.of(fields));
    return postBare(path, all.toArray(String[]::new));
  }

  /** Posts exactly these fields. */
  public Answer postBare(String path, String... fields) {
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(encoded(fields))));
  }

  private static String encoded(String... fields) {
    var body = new StringBuilder();
    for (var i = 0; i < fields.length; i += 2) {
      body.append(i == 0 ? "" : "&")
          .append(encode(fields[i]))
          .append('=')
          .append(encode(fields[i + 1]));
    }
    return body.toString();
  }

  /**
   * A file that was handed out.
   *
   * @param status HTTP status
   * @param bytes the file
   * @param headers all of them
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Download(int status, byte[] bytes, java.net.http.HttpHeaders headers) {

    /** The name it is to be kept under. */
    public String fileName() {
      return headers
          .firstValue("Content-Disposition")
          .orElse("")
          .replaceAll(".*filename=\"([^\"]*)\".*", "$1");
    }
  }

  /** Posts a form with the token of the last page and takes the file that comes back. */
  public Download download(String path, String... fields) {
    var all = new ArrayList<>(List.of("_csrf", token));
    all.addAll(List.of(fields));
    var request =
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(encoded(all.toArray(String[]::new))))
            .build();
    return taken(request);
  }

  /** The bytes at an address, such as a picture's. */
  public byte[] bytes(String path) {
    return taken(request(path).GET().build()).bytes();
  }

  private static Download taken(HttpRequest request) {
    try {
      var response = CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
      return new Download(response.statusCode(), response.body(), response.headers());
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /** Posts these bytes as they are. */
  public Answer postRaw(String path, String type, byte[] body) {
    return send(
        request(path)
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
  }

  /** Posts a form with one file after a note; the token first. */
  public Answer postFile(String path, String note, String fileName, InputStream bytes) {
    var head =
        part("_csrf", token)
            + part("note", note)
            + "--b7d1\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
            + fileName
            + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
    var whole =
        new java.io.SequenceInputStream(
            java.util.Collections.enumeration(
                List.of(utf8(head), bytes, utf8("\r\n--b7d1--\r\n"))));
    return postMultipart(path, whole);
  }

  /** Posts a body with the boundary {@code b7d1}. */
  public Answer postMultipart(String path, InputStream body) {
    return send(
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=b7d1")
            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> body)));
  }

  /** One typed field of a body with the boundary {@code b7d1}. */
  public static String part(String name, String value) {
    return "--b7d1\r\nContent-Disposition: form-data; name=\""
        + name
        + "\"\r\n\r\n"
        + value
        + "\r\n";
  }

  private static InputStream utf8(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpRequest.Builder request(String path) {
    var builder = HttpRequest.newBuilder(URI.create(base + path));
    headers.forEach(builder::header);
    var jar = new ArrayList<String>();
    cookies.forEach((name, value) -> jar.add(name + "=" + value));
    if (!jar.isEmpty()) {
      builder.header("Cookie", String.join("; ", jar));
    }
    return builder;
  }

  private Answer send(HttpRequest.Builder builder) {
    try {
      var response = CLIENT.send(builder.build(), HttpResponse.BodyHandlers.ofString());
      for (var header : response.headers().allValues("Set-Cookie")) {
        var pair = header.split(";", 2)[0].split("=", 2);
        if (pair[1].isEmpty()) {
          cookies.remove(pair[0]);
        } else {
          cookies.put(pair[0], pair[1]);
        }
      }
      var found = TOKEN.matcher(response.body());
      if (found.find()) {
        token = found.group(1);
      }
      return new Answer(response.statusCode(), response.body(), response.headers());
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
