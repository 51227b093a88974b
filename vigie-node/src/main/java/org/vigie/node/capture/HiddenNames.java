package org.vigie.node.capture;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.vigie.kernel.Refusal;
import org.vigie.node.caller.Screen;
import org.vigie.node.exhibit.Exhibit;
import org.vigie.node.exhibit.Exhibits;
import org.vigie.node.exhibit.Reading;
import org.vigie.node.exhibit.ReadingReport;
import org.vigie.register.OpenRegister;

/** Names that stand in an export where a number could, and the numbers on contact cards. */
public final class HiddenNames {

  /** Exports that show the name a phone has saved instead of the number. */
  private static final Set<String> FORMATS = Set.of("whatsapp", "viber", "signal", "telegram");

  private static final int MOST = 100;
  private static final int MOST_NUMBERS = 200;
  private static final Pattern NAMED = Pattern.compile("(?i)(?:item\\d+\\.)?FN(?:;[^:]*)?:(.+)");
  private static final Pattern NUMBERED =
      Pattern.compile("(?i)(?:item\\d+\\.)?TEL(?:;[^:]*)?:(?:tel:)?([^;]+).*");

  private HiddenNames() {}

  /**
   * A number on a contact card.
   *
   * @param id how a form names it
   * @param exhibit the card's exhibit
   * @param place number of this exhibit
   * @param name as the card writes it
   * @param number as the card writes it
   */
  public record Card(String id, String exhibit, int place, String name, String number) {}

  /** Names in {@code exhibit} that are no number; none if its kind of export shows numbers. */
  public static List<String> of(Exhibit exhibit) {
    var report =
        ReadingReport.parse(exhibit.derived("messages").map(made -> made.report()).orElse(""));
    if (FORMATS.stream().noneMatch(report.format()::startsWith)) {
      return List.of();
    }
    return report.authors().stream()
        .filter(name -> !name.isBlank() && !new Screen(name, "").kind().equals("phone"))
        .limit(MOST)
        .toList();
  }

  /** Every number on the contact cards of the case, in the order in which the cards came. */
  public static List<Card> cards(OpenRegister file) throws Refusal, IOException {
    var cards = new ArrayList<Card>();
    for (var exhibit : Exhibits.of(file).inOrder()) {
      var made = exhibit.derived("messages");
      var report = ReadingReport.parse(made.map(one -> one.report()).orElse(""));
      if (report.format().startsWith("vcard")) {
        var reading = Reading.of(file, exhibit);
        if (reading.isPresent()) {
          reading.get().each(message -> add(cards, exhibit, message.n(), message.text()));
        }
      }
    }
    return List.copyOf(cards);
  }

  private static void add(List<Card> cards, Exhibit exhibit, long n, String text) {
    var name = "";
    var numbers = new ArrayList<String>();
    for (var line : text.lines().toList()) {
      var named = NAMED.matcher(line);
      var numbered = NUMBERED.matcher(line);
      if (named.matches()) {
        name = named.group(1).strip();
      } else if (numbered.matches()) {
        numbers.add(numbered.group(1).strip());
      }
    }
    for (var i = 0; i < numbers.size() && cards.size() < MOST_NUMBERS; i++) {
      var id = exhibit.id() + "." + n + "." + i;
      cards.add(new Card(id, exhibit.id(), exhibit.number(), name, numbers.get(i)));
    }
  }
}
