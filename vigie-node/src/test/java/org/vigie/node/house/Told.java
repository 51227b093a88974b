package org.vigie.node.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;

/** A case that somebody told, and what they write down in it, page by page. */
public record Told(Founder.Person person, String base) {

  private static final Pattern CONSENT = Pattern.compile("(/cases/[0-9a-f]{32})/consent");

  /** Lets {@code person} tell {@code words}. */
  public static Told by(Founder.Person person, String words) {
    person.browser().get("/tell");
    var told = person.browser().post("/tell", "words", words, "language", "en");
    var found = CONSENT.matcher(told.location());
    assertThat(found.matches()).isTrue();
    return new Told(person, found.group(1));
  }

  /** Writes down an incident with these fields and answers its address. */
  public String incident(String... fields) {
    person.browser().get(base + "/incidents/new");
    var kept = person.browser().post(base + "/incidents", fields);
    assertThat(kept.status()).isEqualTo(303);
    return kept.location();
  }

  /** What a page of the case says. */
  public String text(String path) {
    var page = person.browser().get(path.startsWith("/cases/") ? path : base + path);
    assertThat(page.status()).as(path).isEqualTo(200);
    return page.text();
  }
}
