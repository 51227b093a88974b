package org.vigie.node.exhibit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.vigie.node.TestBrowser;
import org.vigie.node.house.Told;

/** A form with files, part by part, and what a case then shows of them. */
final class Files {

  private static final Pattern LINK = Pattern.compile("<h2><a href=\"([^\"]*)\"");

  private final Told told;
  private final List<InputStream> parts = new ArrayList<>();

  private Files(Told told) {
    this.told = told;
    browser().get(told.base() + "/exhibits/add");
    field("_csrf", browser().token());
  }

  static Files to(Told told) {
    return new Files(told);
  }

  private TestBrowser browser() {
    return told.person().browser();
  }

  Files field(String name, String value) {
    parts.add(utf8(TestBrowser.part(name, value)));
    return this;
  }

  Files file(String name, String text) {
    return file(name, text.getBytes(StandardCharsets.UTF_8));
  }

  Files file(String name, byte[] bytes) {
    return file(name, new ByteArrayInputStream(bytes));
  }

  Files file(String name, InputStream bytes) {
    parts.add(
        utf8(
            "--b7d1\r\nContent-Disposition: form-data; name=\"files\"; filename=\""
                + name
                + "\"\r\nContent-Type: text/html\r\n\r\n"));
    parts.add(bytes);
    parts.add(utf8("\r\n"));
    return this;
  }

  TestBrowser.Answer send() {
    parts.add(utf8("--b7d1--\r\n"));
    var body = new SequenceInputStream(Collections.enumeration(parts));
    return browser().postMultipart(told.base() + "/exhibits", body);
  }

  /** Sends, and answers the addresses of all exhibits of the case. */
  List<String> sent() {
    var answer = send();
    assertThat(answer.status()).as(answer.text()).isEqualTo(303);
    var list = browser().get(told.base() + "/exhibits");
    return LINK.matcher(list.body()).results().map(found -> found.group(1)).toList();
  }

  private static InputStream utf8(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
