package org.vigie.typeset.letters;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vigie.kernel.Language;
import org.vigie.typeset.Block;
import org.vigie.typeset.Document;
import org.vigie.typeset.Run;
import org.vigie.typeset.Text;

/**
 * What a house sends to somebody for a purpose: the account as told, the incidents and how each is
 * judged, what is said about who is behind them, the exhibits and their story, and what could not
 * be verified.
 *
 * @param reference number of the dossier
 * @param recipient for whom it was made
 * @param purpose for what it was made and may be used
 * @param account the person's own account
 * @param incidents in order of time
 * @param exhibits in order of number
 * @param unverified what in particular could not be verified; the standard sentence comes first
 */
public record GeneralDossier(
    String reference,
    String recipient,
    String purpose,
    Words account,
    List<Incident> incidents,
    List<Exhibit> exhibits,
    List<String> unverified) {

  /** Copies the lists. */
  public GeneralDossier {
    incidents = List.copyOf(incidents);
    exhibits = List.copyOf(exhibits);
    unverified = List.copyOf(unverified);
  }

  /** An incident, how it is judged and what is said about who is behind it. */
  public record Incident(Fact fact, Judgement judgement, Attribution attribution) {}

  /**
   * The dossier in English or French.
   *
   * @param date of the dossier
   */
  public Document document(Language language, Instant date) {
    var phrases = new Phrases("dossier", language);
    var title = phrases.say("title", reference);
    var document =
        Document.titled(title, phrases.language(), date).head(phrases.say("head", reference));
    document
        .heading(1, title)
        .add(
            new Block.KeyValues(
                List.of(
                    phrases.pair("recipient", phrases.plain(recipient)),
                    phrases.pair("purpose", phrases.plain(purpose)),
                    phrases.pair("date", phrases.plain(phrases.day(date))))))
        .add(
            new Block.Callout(
                Block.Callout.Kind.WARNING,
                phrases.text("unverified.title"),
                unverifiedTexts(phrases)));
    account(document, phrases);
    incidents(document, phrases);
    attributions(document, phrases);
    document
        .heading(2, phrases.say("exhibits"))
        .paragraph(phrases.say("exhibits.text"))
        .add(Exhibits.table(phrases, exhibits))
        .heading(2, phrases.say("custody"))
        .paragraph(phrases.say("custody.text"));
    exhibits.forEach(e -> Exhibits.custody(phrases, e).forEach(document::add));
    document
        .heading(2, phrases.say("check"))
        .paragraph(phrases.say("check.text"))
        .add(
            Block.Items.numbered(
                List.of(
                    phrases.text("check.verify", Run.number("java -jar verify.jar")),
                    phrases.text("check.hash", Run.number("sha256sum")),
                    phrases.text("check.same"))));
    return document.build();
  }

  private List<Text> unverifiedTexts(Phrases phrases) {
    var texts = new ArrayList<Text>();
    texts.add(phrases.text("unverified.text"));
    unverified.forEach(words -> texts.add(phrases.plain(words)));
    return texts;
  }

  private void account(Document.Builder document, Phrases phrases) {
    document.heading(2, phrases.say("account")).paragraph(phrases.say("account.text"));
    var body = new ArrayList<Text>();
    body.add(Text.of(account.language(), account.original()));
    if (!account.translation().isEmpty()) {
      body.add(phrases.text("fact.translation", Run.of(account.translation())));
    }
    document.add(new Block.Callout(Block.Callout.Kind.QUOTE, null, body));
  }

  private void incidents(Document.Builder document, Phrases phrases) {
    document.heading(2, phrases.say("incidents"));
    for (var i = 0; i < incidents.size(); i++) {
      Facts.add(document, phrases, incidents.get(i).fact(), i + 1);
    }
    document.heading(2, phrases.say("judged")).paragraph(phrases.say("judged.text"));
    var rows = new ArrayList<List<Text>>();
    for (var i = 0; i < incidents.size(); i++) {
      var judgement = incidents.get(i).judgement();
      var source = judgement.source().name();
      var information = judgement.information().digit();
      rows.add(
          List.of(
              Exhibits.number(phrases.language(), String.valueOf(i + 1)),
              phrases.plain(source + " — " + phrases.say("source." + source)),
              phrases.plain(information + " — " + phrases.say("information." + information)),
              phrases.text("likelihood." + key(judgement.likelihood())),
              phrases.text("confidence." + key(judgement.confidence()))));
    }
    document.add(
        new Block.Table(
            phrases.text("judged.table"),
            List.of(1, 4, 4, 4, 3),
            List.of(
                phrases.text("judged.number"),
                phrases.text("judged.source"),
                phrases.text("judged.information"),
                phrases.text("judged.likelihood"),
                phrases.text("judged.confidence")),
            rows));
    document.paragraph(phrases.say("judged.scale"));
  }

  private void attributions(Document.Builder document, Phrases phrases) {
    document.heading(2, phrases.say("attribution")).paragraph(phrases.say("attribution.text"));
    for (var i = 0; i < incidents.size(); i++) {
      var attribution = incidents.get(i).attribution();
      document.add(
          new Block.Paragraph(
              phrases
                  .text("attribution.of", Run.number(String.valueOf(i + 1)))
                  .with(Run.of(" " + sentence(phrases, attribution)))));
      if (!attribution.alternatives().isEmpty()) {
        var remaining = String.join(phrases.say("list.separator"), attribution.alternatives());
        document.paragraph(
            phrases.say("attribution.alternatives", remaining)
                + " "
                + phrases.say("answer." + key(attribution.answer())));
      }
    }
  }

  /** The ladder's standard sentence. */
  static String sentence(Phrases phrases, Attribution attribution) {
    return phrases.say(
        "ladder." + key(attribution.level()), attribution.detail(), attribution.reports());
  }

  private static String key(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
