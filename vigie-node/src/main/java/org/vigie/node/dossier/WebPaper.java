package org.vigie.node.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.Isolate;
import org.vigie.kernel.Language;
import org.vigie.kernel.PartialDate;
import org.vigie.kernel.Refusal;
import org.vigie.kernel.SuppressForbidden;
import org.vigie.node.exhibit.CustodyStory;
import org.vigie.node.exhibit.LineSpan;
import org.vigie.node.exhibit.Rendering;
import org.vigie.node.exhibit.RenderingMade;
import org.vigie.node.exhibit.Renderings;
import org.vigie.node.incident.Incident;
import org.vigie.node.shell.Messages;

/**
 * The dossier as one page that opens on any machine, without script, network or fonts: what
 * happened in order of time, the exhibits with where quoted lines lie in them, how each was kept,
 * and how to check. It says nothing that the other papers may not say; what is left out there is
 * left out here.
 */
@SuppressForbidden(reason = "the formatter gets its locale in the same breath")
final class WebPaper {

  private final Messages messages;
  private final Material material;
  private final Quotations quotations;
  private final Language language;
  private final Voice voice;
  private final Html html;

  WebPaper(Messages messages, Material material, Quotations quotations) {
    this.messages = messages;
    this.material = material;
    this.quotations = quotations;
    this.language = Language.ofTag(material.draft().language());
    this.voice = new Voice(messages, language, material);
    this.html = new Html(language.tag(), say("dossier.web.title"));
  }

  private String say(String key, Object... details) {
    return messages.text(language, key, details);
  }

  /** The page as a paper of the package. */
  Papers.Paper page() throws Refusal {
    top();
    account();
    timeline();
    exhibits();
    check();
    return new Papers.Paper(
        "dossier.html", "text/html", html.text().getBytes(UTF_8), say("dossier.web.about"));
  }

  private void top() {
    html.heading(1, say("dossier.web.title"));
    html.paragraph(say("dossier.web.for", Recipients.onPaper(voice, material.draft())));
    for (var line : Recipients.purpose(voice, material).lines().toList()) {
      html.paragraph(line);
    }
    html.small(say("dossier.web.lead"));
    html.open("nav").open("ul");
    for (var part : List.of("account", "timeline", "exhibits", "check")) {
      html.open("li").link("#" + part, say("dossier.web." + part)).close("li");
    }
    html.close("ul").close("nav");
    html.paragraph(say("dossier.paper.unverified"));
    voice.unverified().forEach(html::paragraph);
  }

  private void account() {
    html.heading(2, "account", say("dossier.web.account"));
    var words = voice.account();
    if (!material.chosenAccounts().isEmpty()) {
      html.small(say("dossier.paper.account.text"));
    }
    html.words(words.original(), words.language());
  }

  private void timeline() {
    html.heading(2, "timeline", say("dossier.web.timeline"));
    var copies = material.copies();
    for (var incident : material.chosenIncidents()) {
      var fact = voice.fact(incident, copies);
      html.open("section").heading(3, date(fact.date()));
      html.paragraph(
          List.of(fact.channel(), fact.place()).stream()
              .filter(text -> !text.isEmpty())
              .map(Isolate::of)
              .collect(Collectors.joining(" · ")));
      html.paragraph(fact.account());
      for (var words : fact.words()) {
        html.words(words.original(), words.language());
        if (!words.translation().isEmpty()) {
          html.small(say("dossier.web.translation")).words(words.translation(), language.tag());
        }
      }
      if (!fact.shown().isEmpty()) {
        html.paragraph(
            say(
                "dossier.web.numbers",
                String.join(", ", fact.shown().stream().map(Isolate::of).toList())));
      }
      cited(incident, copies).forEach(html::paragraph);
      html.close("section");
    }
  }

  /** Which exhibits show it, by their lines where lines are cited. */
  private List<String> cited(Incident incident, List<Copy> copies) {
    var cited = new ArrayList<String>();
    for (var citation : incident.now().citations()) {
      for (var copy : copies) {
        if (copy.exhibit().id().equals(citation.exhibit())) {
          cited.add(
              citation.firstLine() > 0 && copy.original()
                  ? say(
                      "dossier.web.cited.lines",
                      copy.number(),
                      Integer.toString(citation.firstLine()),
                      Integer.toString(citation.lastLine()))
                  : say("dossier.web.cited", copy.number()));
        }
      }
    }
    return cited;
  }

  private String date(@Nullable PartialDate date) {
    if (date == null) {
      return say("dossier.web.undated");
    }
    if (!date.precision().equals("day") && !date.precision().equals("minute")) {
      return date.text();
    }
    var locale = language == Language.FR ? Locale.FRANCE : Locale.UK;
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(locale)
        .format(date.earliest());
  }

  private void exhibits() throws Refusal {
    html.heading(2, "exhibits", say("dossier.web.exhibits"));
    for (var copy : material.copies()) {
      var kind = say("dossier.exhibit." + Copy.kind(copy.exhibit()));
      html.open("section").heading(3, copy.number() + " – " + kind);
      html.link("../" + copy.path().substring("data/".length()), say("dossier.web.open"));
      html.code("SHA-256", copy.bytes().sha256());
      html.small(say(copy.original() ? "dossier.web.original" : "dossier.web.covered"));
      if (!copy.anew().isEmpty()) {
        html.small(say("dossier.web.anew." + copy.anew()));
      }
      quoted(copy);
      if (copy.original()) {
        renderings(copy);
      }
      story(copy);
      html.close("section");
    }
  }

  private void quoted(Copy copy) {
    for (var lines : quotations.runs(copy)) {
      html.paragraph(say("dossier.web.quoted", lines.stream().map(String::valueOf).toArray()));
    }
    for (var gap : quotations.gaps(copy)) {
      html.small(say("dossier.web.quoted." + gap.code(), Quotations.MOST_MESSAGES));
    }
  }

  /** Translations and transcripts stand by an original that is open to the reader anyway. */
  private void renderings(Copy copy) throws Refusal {
    for (var one : beside(copy)) {
      var made = one.made();
      html.heading(4, say("exhibit.rendering." + made.kind()) + " – " + place(made));
      html.small(say("exhibit.hand." + hand(made)) + ". " + say("dossier.web.rendering"));
      html.words(made.words(), made.language());
    }
  }

  private static String hand(RenderingMade made) {
    var known = List.of("person", "caseworker", "interpreter", "sworn", "other", "machine");
    return known.contains(made.hand().role()) ? made.hand().role() : "unknown";
  }

  private String place(RenderingMade made) {
    var place = made.place();
    return switch (place.unit()) {
      case "lines" -> say("exhibit.rendering.lines", LineSpan.text(place.parts()));
      case "millis" -> {
        var part = place.parts().getFirst();
        yield say("dossier.web.seconds", part.first() / 1000, part.last() / 1000);
      }
      default -> say("exhibit.rendering.whole");
    };
  }

  private List<Rendering> beside(Copy copy) throws Refusal {
    return Renderings.of(material.open().register()).beside(copy.exhibit().id());
  }

  private void story(Copy copy) throws Refusal {
    var teller = Story.teller(messages, language, material, copy);
    var told = teller.of(copy.exhibit(), copy.original() ? beside(copy) : List.of());
    html.heading(4, say("exhibit.custody.title", copy.number()));
    lines(told.origin());
    lines(told.steps());
    html.small(say("exhibit.custody.gaps"));
    lines(told.gaps());
  }

  private void lines(List<CustodyStory.Line> lines) {
    if (lines.isEmpty()) {
      return;
    }
    html.open("ul");
    for (var line : lines) {
      html.item(line.at().isEmpty() ? line.words() : line.at() + " – " + line.words());
    }
    html.close("ul");
  }

  private void check() {
    html.heading(2, "check", say("dossier.web.check"));
    html.paragraph(say("dossier.web.check.text"));
    html.code("1.", "sha256sum -c SHA256SUMS");
    html.code("2.", "java -jar verify.jar .");
    html.link("../../VERIFY.txt", say("dossier.web.check.more"));
    html.small(say("dossier.web.check.means"));
  }
}
