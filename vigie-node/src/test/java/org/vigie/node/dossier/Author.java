package org.vigie.node.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.vigie.kernel.Refusal;
import org.vigie.node.TestBrowser;
import org.vigie.node.casefile.Cases;
import org.vigie.node.exhibit.ExhibitReceived;
import org.vigie.node.exhibit.Intake;
import org.vigie.node.house.Founder;
import org.vigie.node.shell.Sessions;

/** Somebody who makes dossiers, page by page, in a browser without scripts. */
final class Author {

  private static final Pattern CASE = Pattern.compile("/cases/([0-9a-f]{32})/consent");
  private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"(\\d+)\"");
  private static final Pattern ITEM =
      Pattern.compile("name=\"(account|incident|exhibit)\" value=\"([^\"]+)\"");

  final Founder.Person person;
  final String base;

  private Author(Founder.Person person, String base) {
    this.person = person;
    this.base = base;
  }

  /** A person who told {@code words} and agreed to nothing yet but keeping them. */
  static Author tell(Founder.Person person, String words, String language) {
    person.browser().get("/tell");
    var told = person.browser().post("/tell", "words", words, "language", language);
    var found = CASE.matcher(told.location());
    assertThat(found.matches()).isTrue();
    return new Author(person, "/cases/" + found.group(1));
  }

  /** The same person with the same case, signed in again after the node was started again. */
  Author again(org.vigie.node.TestNode node) {
    var browser = node.browser();
    var back =
        new Founder.Person(
            node, browser, person.name(), person.passphrase(), person.app(), person.papers());
    browser.get("/sign-in");
    var in =
        browser.post(
            "/sign-in", "name", back.name(), "passphrase", back.passphrase(), "code", back.code(1));
    assertThat(in.status()).isEqualTo(303);
    return new Author(back, base);
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

  /** Puts a file into the case, as the page of exhibits does; answers its identifier. */
  String attach(String name, byte[] bytes) {
    return attach(name, bytes, ExhibitReceived.Provenance.UNKNOWN);
  }

  /** Likewise, with what is known of how it came. */
  String attach(String name, byte[] bytes, ExhibitReceived.Provenance provenance) {
    var sessions = person.node().part(Sessions.class);
    var member = sessions.find(browser().cookie("vigie")).orElseThrow().signedIn().orElseThrow();
    try {
      return person
          .node()
          .part(Intake.class)
          .receive(member, open().register(), name, new ByteArrayInputStream(bytes), provenance)
          .id();
    } catch (Refusal | IOException failed) {
      throw new AssertionError(failed);
    }
  }

  /** The case, opened with the keys of this session. */
  Cases.Open open() {
    var sessions = person.node().part(Sessions.class);
    var member = sessions.find(browser().cookie("vigie")).orElseThrow().signedIn().orElseThrow();
    try {
      var id = base.substring("/cases/".length());
      return person.node().part(Cases.class).find(member.keys(), id).orElseThrow();
    } catch (Refusal failed) {
      throw new AssertionError(failed);
    }
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
    fields.addAll(List.of("seen", seen(page)));
    browser().post(dossier + "/contents", fields.toArray(String[]::new));
  }

  /** What the page of contents says of how far it had read; 0 where it shows nothing told. */
  static String seen(String contents) {
    var found = SEEN.matcher(contents);
    return found.find() ? found.group(1) : "0";
  }

  /** Covers parts of an exhibit in the copy that a dossier shows. */
  void cover(String dossier, String exhibit, String... fields) {
    var page = dossier + "/exhibits/" + exhibit;
    assertThat(browser().get(page).status()).isEqualTo(200);
    assertThat(browser().post(page, fields).location()).isEqualTo(page);
    assertThat(browser().get(page).text()).contains("The copy is made");
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
