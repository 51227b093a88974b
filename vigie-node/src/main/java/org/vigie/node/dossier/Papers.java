package org.vigie.node.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vigie.imports.pdf.PdfText;
import org.vigie.kernel.Language;
import org.vigie.kernel.Refusal;
import org.vigie.node.shell.Messages;
import org.vigie.typeset.Block;
import org.vigie.typeset.Document;
import org.vigie.typeset.Run;
import org.vigie.typeset.Text;
import org.vigie.typeset.Typesetter;
import org.vigie.typeset.letters.ComplaintLetter;
import org.vigie.typeset.letters.GeneralDossier;

/** Sets the papers of a dossier: the letter or the dossier itself, and its text as a plain file. */
final class Papers {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT);

  private final Messages messages;
  private final Material material;
  private final Instant date;
  private final Typesetter typesetter = new Typesetter();

  Papers(Messages messages, Material material, Instant date) {
    this.messages = messages;
    this.material = material;
    this.date = date;
  }

  /**
   * One paper.
   *
   * @param name of its file
   * @param mediaType of its bytes
   * @param bytes the file; not copied
   * @param about what it is, in the language of the paper
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
  record Paper(String name, String mediaType, byte[] bytes, String about) {}

  /** The papers; the one for the recipient comes first. */
  List<Paper> set() throws Refusal {
    var language = Language.ofTag(material.draft().language());
    return material.draft().forProsecutor() ? complaint(language) : general(language);
  }

  private List<Paper> general(Language language) throws Refusal {
    var voice = new Voice(messages, language, material);
    var copies = material.copies();
    var draft = material.draft();
    var document =
        new GeneralDossier(
            material.dossier().reference(),
            Recipients.onPaper(voice, draft),
            Recipients.purpose(voice, material),
            voice.account(),
            material.chosenIncidents().stream().map(i -> voice.incident(i, copies)).toList(),
            copies.stream().map(voice::exhibit).toList(),
            voice.unverified());
    return withText("dossier", document.document(language, date), voice, "dossier.paper.dossier");
  }

  private List<Paper> complaint(Language language) throws Refusal {
    var voice = new Voice(messages, Language.FR, material);
    var papers = new ArrayList<Paper>();
    papers.addAll(
        withText(
            "letter", letter(voice).document(Language.FR, date), voice, "dossier.paper.letter"));
    if (language == Language.EN) {
      var reading = new Voice(messages, Language.EN, material);
      var bytes = typesetter.typeset(letter(reading).document(Language.EN, date));
      papers.add(pdf("letter-en.pdf", bytes, reading.say("dossier.paper.reading")));
    }
    if (!material.chosenAccounts().isEmpty()) {
      var bytes = typesetter.typeset(account(voice, Language.FR));
      papers.add(pdf("account.pdf", bytes, voice.say("dossier.paper.account")));
    }
    if (!material.copies().isEmpty()) {
      var bytes = typesetter.typeset(stories(voice, Language.FR));
      papers.add(pdf("exhibits.pdf", bytes, voice.say("dossier.paper.exhibits")));
    }
    return papers;
  }

  private ComplaintLetter letter(Voice voice) {
    var draft = material.draft();
    var details = draft.complaint();
    var copies = material.copies();
    var incidents = material.chosenIncidents();
    var claimed = voice.claimedSenders(incidents);
    var qualifications =
        details.qualifications().isEmpty()
            ? List.of(voice.say("dossier.paper.no-qualification"))
            : details.qualifications();
    return new ComplaintLetter(
        Recipients.onPaper(voice, draft),
        new ComplaintLetter.Complainant(
            Recipients.shownName(material),
            details.birth(),
            details.nationality(),
            details.address(),
            details.host().isEmpty() ? null : details.host(),
            details.contact()),
        incidents.stream().map(incident -> voice.fact(incident, copies)).toList(),
        claimed.isEmpty() ? null : claimed,
        voice.harms(),
        new ComplaintLetter.Counsel(qualifications, details.interpreter(), details.foreignPower()),
        copies.stream().map(voice::exhibit).toList(),
        details.place().isEmpty() ? "…" : details.place());
  }

  private Document account(Voice voice, Language language) {
    var words = voice.account();
    var title = voice.say("dossier.paper.account");
    return Document.titled(title, language, date)
        .heading(1, title)
        .paragraph(voice.say("dossier.paper.account.text"))
        .add(
            new Block.Callout(
                Block.Callout.Kind.QUOTE,
                null,
                List.of(Text.of(words.language(), words.original()))))
        .build();
  }

  /** What a letter has no room for: what happened to each exhibit since it was received. */
  private Document stories(Voice voice, Language language) {
    var title = voice.say("dossier.paper.exhibits");
    var document =
        Document.titled(title, language, date)
            .heading(1, title)
            .paragraph(voice.say("dossier.paper.unverified"))
            .paragraph(voice.say("dossier.paper.exhibits.text"));
    for (var copy : material.copies()) {
      var exhibit = voice.exhibit(copy);
      document
          .heading(2, exhibit.number() + " – " + exhibit.description())
          .add(new Block.Paragraph(Text.of(language, Run.number(exhibit.sha256()))));
      if (!exhibit.origin().isEmpty()) {
        document.add(
            Block.Items.bullets(
                exhibit.origin().stream().map(said -> Text.of(language, said)).toList()));
      }
      document.add(
          new Block.Table(
              null,
              List.of(4, 8, 4),
              List.of(
                  Text.of(language, voice.say("dossier.paper.custody.when")),
                  Text.of(language, voice.say("dossier.paper.custody.what")),
                  Text.of(language, voice.say("dossier.paper.custody.who"))),
              exhibit.custody().stream().map(step -> row(step, language)).toList()));
    }
    return document.build();
  }

  private static List<Text> row(org.vigie.typeset.letters.Exhibit.Step step, Language language) {
    return List.of(
        Text.of(language, Run.number(MINUTE.format(step.at().atOffset(ZoneOffset.UTC)))),
        Text.of(language, step.what()),
        Text.of(language, step.who()));
  }

  private List<Paper> withText(String name, Document document, Voice voice, String about)
      throws Refusal {
    var pdf = typesetter.typeset(document);
    return List.of(
        pdf(name + ".pdf", pdf, voice.say(about)),
        new Paper(
            name + ".txt",
            "text/plain",
            PdfText.spoken(pdf).getBytes(UTF_8),
            voice.say("dossier.paper.text")));
  }

  private static Paper pdf(String name, byte[] bytes, String about) {
    return new Paper(name, "application/pdf", bytes, about);
  }
}
