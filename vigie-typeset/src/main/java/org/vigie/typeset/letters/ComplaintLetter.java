package org.vigie.typeset.letters;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.Language;
import org.vigie.typeset.Block;
import org.vigie.typeset.Document;
import org.vigie.typeset.Run;
import org.vigie.typeset.Text;

/**
 * A complaint to the French public prosecutor (code de procédure pénale, art. 40): the facts, and
 * nothing claimed beyond them. It is a draft for a lawyer to review, and says so.
 *
 * @param recipient the prosecutor's office with its address; lines separated by line feeds
 * @param complainant who complains and where letters may go
 * @param facts in order of time
 * @param claimedSender who the author said to be, or null; the complaint is against X either way
 * @param harms what it did, a sentence each
 * @param counsel what counsel is asked to confirm and examine
 * @param exhibits what is joined
 * @param place where it is signed
 */
public record ComplaintLetter(
    String recipient,
    Complainant complainant,
    List<Fact> facts,
    @Nullable String claimedSender,
    List<String> harms,
    Counsel counsel,
    List<Exhibit> exhibits,
    String place) {

  /** Copies the lists. */
  public ComplaintLetter {
    facts = List.copyOf(facts);
    harms = List.copyOf(harms);
    exhibits = List.copyOf(exhibits);
  }

  /**
   * Who complains.
   *
   * @param name as on identity papers
   * @param birth date and place of birth; empty if left out
   * @param nationality empty if left out
   * @param address where letters go
   * @param host the lawyer or association that lends its address and has consented to it, or null
   *     if the address is the complainant's own
   * @param contact telephone or e-mail; empty if left out
   */
  public record Complainant(
      String name,
      String birth,
      String nationality,
      String address,
      @Nullable String host,
      String contact) {}

  /**
   * What a lawyer is to look at.
   *
   * @param qualifications possible ones, such as {@code menaces (CP 222-17)}; never asserted
   * @param interpreter name of the language in which the complainant wants to be heard, in the
   *     language of the document; empty if no interpreter is asked for
   * @param foreignPower elements for which an examination under article 411-12 is asked; empty for
   *     no such paragraph
   */
  public record Counsel(
      List<String> qualifications, String interpreter, List<String> foreignPower) {
    /** Copies the lists. */
    public Counsel {
      qualifications = List.copyOf(qualifications);
      foreignPower = List.copyOf(foreignPower);
    }
  }

  /**
   * The letter in French, or the version for reading in English.
   *
   * @param date of the letter
   */
  public Document document(Language language, Instant date) {
    var phrases = new Phrases("complaint", language);
    var document =
        Document.titled(phrases.say("title"), phrases.language(), date).head(phrases.say("head"));
    document.heading(1, phrases.say("title"));
    if (phrases.language() == Language.EN) {
      document.add(note(phrases, Block.Callout.Kind.NOTE, "reading"));
    }
    document.add(note(phrases, Block.Callout.Kind.WARNING, "review"));
    opening(document, phrases);
    told(document, phrases);
    qualified(document, phrases);
    requests(document, phrases);
    document
        .heading(2, phrases.say("exhibits"))
        .paragraph(phrases.say("exhibits.text"))
        .add(Exhibits.table(phrases, exhibits))
        .paragraph(phrases.say("closing"))
        .paragraph(phrases.say("signed", place, phrases.day(date)))
        .paragraph(phrases.say("signature"));
    return document.build();
  }

  private static Block note(Phrases phrases, Block.Callout.Kind kind, String key) {
    return new Block.Callout(
        kind, phrases.text(key + ".title"), List.of(phrases.text(key + ".text")));
  }

  private void opening(Document.Builder document, Phrases phrases) {
    var pairs = new java.util.ArrayList<Block.Pair>();
    pairs.add(phrases.pair("from", phrases.plain(complainant.name()).inBold()));
    add(pairs, phrases, "birth", complainant.birth());
    add(pairs, phrases, "nationality", complainant.nationality());
    var host = complainant.host();
    var address = complainant.address();
    add(pairs, phrases, "address", host == null ? address : host + "\n" + address);
    if (!complainant.contact().isEmpty()) {
      pairs.add(
          phrases.pair("contact", Text.of(phrases.language(), Run.number(complainant.contact()))));
    }
    add(pairs, phrases, "to", recipient);
    add(pairs, phrases, "subject", phrases.say("subject.text"));
    document.add(new Block.KeyValues(pairs));
    if (host != null) {
      document.paragraph(phrases.say("domicile", host));
    }
    document.paragraph(phrases.say("salutation")).paragraph(phrases.say("intent"));
  }

  private static void add(List<Block.Pair> pairs, Phrases phrases, String key, String value) {
    if (!value.isEmpty()) {
      pairs.add(phrases.pair(key, phrases.plain(value)));
    }
  }

  private void told(Document.Builder document, Phrases phrases) {
    document.heading(2, phrases.say("facts"));
    for (var i = 0; i < facts.size(); i++) {
      Facts.add(document, phrases, facts.get(i), i + 1);
    }
    document.heading(2, phrases.say("author")).paragraph(phrases.say("author.text"));
    if (claimedSender != null) {
      document.add(new Block.Paragraph(phrases.text("author.claimed", Run.of(claimedSender))));
    }
    document.heading(2, phrases.say("harm"));
    document.add(Block.Items.bullets(harms.stream().map(phrases::plain).toList()));
  }

  private void qualified(Document.Builder document, Phrases phrases) {
    document
        .heading(2, phrases.say("qualifications"))
        .paragraph(phrases.say("qualifications.text"))
        .add(Block.Items.bullets(counsel.qualifications().stream().map(phrases::plain).toList()));
    if (!counsel.foreignPower().isEmpty()) {
      document
          .heading(3, phrases.say("foreign"))
          .paragraph(phrases.say("foreign.text"))
          .add(Block.Items.bullets(counsel.foreignPower().stream().map(phrases::plain).toList()));
    }
  }

  private void requests(Document.Builder document, Phrases phrases) {
    var requests = new java.util.ArrayList<Text>();
    if (!counsel.interpreter().isEmpty()) {
      requests.add(phrases.text("request.interpreter", Run.of(counsel.interpreter())));
    }
    for (var key : List.of("rights", "evaluation", "receipt", "informed")) {
      requests.add(phrases.text("request." + key));
    }
    document
        .heading(2, phrases.say("requests"))
        .paragraph(phrases.say("requests.text"))
        .add(Block.Items.numbered(requests))
        .paragraph(phrases.say("after"));
  }
}
