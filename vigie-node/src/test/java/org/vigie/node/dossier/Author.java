package org.vigie.node.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.vigie.node.TestBrowser;
import org.vigie.node.TestNode;
import org.vigie.node.house.Founder;

/** Somebody who makes dossiers, page by page, in a browser without scripts. */
final class Author {

  private static final Pattern CASE = Pattern.compile("/cases/([0-9a-f]{32})/consent");
  private static final Pattern ITEM =
      Pattern.compile("name=\"(account|incident|exhibit)\" value=\"([^\"]+)\"");

  final Founder.Person person;
  final String base;

  private Author(Founder.Person person, String base) {
    this.person = person;
    this.base = base;
  }

  /** A person of a new house who told {@code words} and agreed to nothing yet but keeping them. */
  static Author tell(TestNode node, String words, String language) {
    var person = Founder.invite(node, Founder.found(node, "keeper"), "person", "swallow");
    person.browser().get("/tell");
    var told = person.browser().post("/tell", "words", words, "language", language);
    var found = CASE.matcher(told.location());
    assertThat(found.matches()).isTrue();
    return new Author(person, "/cases/" + found.group(1));
  }

  TestBrowser browser() {
    return person.browser();
  }

  /** Answers one purpose for everyone it names. */
  Author agree(String purpose, String answer) {
    browser().get(base + "/consent");
    browser().post(base + "/consent", "answer.keep", "yes", "answer." + purpose, answer);
    return this;
  }

  /** Marks something as never to be said. */
  Author never(String kind, String text) {
    browser().get(base + "/never");
    browser().post(base + "/never", "kind", kind, "text", text);
    return this;
  }

  /** Writes an incident down; answers its address. */
  String incident(String... fields) {
    browser().get(base + "/incidents/new");
    var kept = browser().post(base + "/incidents", fields);
    assertThat(kept.status()).isEqualTo(303);
    return kept.location();
  }

  /** Begins a general dossier for a UN body; answers its address. */
  String begin(String recipient, String language) {
    return begin(
        "general", "recipient", recipient, "role", "un", "purpose", "un", "language", language);
  }

  /** Begins a dossier; answers its address. */
  String begin(String kind, String... recipient) {
    browser().get(base + "/dossiers");
    var begun = browser().post(base + "/dossiers", "kind", kind).location();
    assertThat(begun).endsWith("/recipient");
    browser().get(begun);
    assertThat(browser().post(begun, recipient).status()).isEqualTo(303);
    return begun.substring(0, begun.length() - "/recipient".length());
  }

  /** Ticks everything that can be chosen. */
  void chooseAll(String dossier) {
    var fields = new ArrayList<String>();
    var page = browser().get(dossier + "/contents").body();
    for (var found : ITEM.matcher(page).results().toList()) {
      fields.addAll(List.of(found.group(1), found.group(2)));
    }
    browser().post(dossier + "/contents", fields.toArray(String[]::new));
  }

  /** The last look. */
  TestBrowser.Answer look(String dossier) {
    person.fresh();
    return browser().get(dossier + "/release");
  }

  /** Lets it go, not sealed. */
  TestBrowser.Download release(String dossier, String form) {
    look(dossier);
    return browser().download(dossier + "/release", "form", form, "seal", "open");
  }
}
