package org.vigie.node.demo;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.vigie.kernel.Language;
import org.vigie.node.consent.ConsentAnswered;
import org.vigie.node.consent.Purpose;
import org.vigie.node.demo.story.DemoCase;

/** What the people of the story agreed to. */
final class Agreements {

  /** Everybody's yes. */
  private static final Set<Purpose> USUAL = Set.of(Purpose.KEEP, Purpose.CASEWORKER, Purpose.MATCH);

  /** Who agreed to more. */
  private static final Map<String, Set<Purpose>> MORE =
      Map.of(
          "c14", Set.of(Purpose.STATISTICS),
          "c15", Set.of(Purpose.STATISTICS),
          "c16", Set.of(Purpose.STATISTICS),
          "c01", Set.of(Purpose.COMPLAINT, Purpose.NGO, Purpose.STATISTICS),
          "c04", Set.of(Purpose.NGO),
          "c05", Set.of(Purpose.STATISTICS),
          "c08", Set.of(Purpose.COMPLAINT, Purpose.STATISTICS),
          "c10", Set.of(Purpose.UN),
          "c12", Set.of(Purpose.NGO, Purpose.PUBLISH));

  /** Who wants time to think. */
  private static final Map<String, Set<Purpose>> LATER =
      Map.of("c02", Set.of(Purpose.COMPLAINT), "c03", Set.of(Purpose.NGO, Purpose.COMPLAINT));

  private Agreements() {}

  static List<ConsentAnswered> of(DemoCase file, Language language) {
    var explained = new ConsentAnswered.Explained(language.tag(), "caseworker", "2026-11");
    return Stream.of(Purpose.values())
        .map(purpose ->
            new ConsentAnswered(
                purpose.code(), "", answer(file.key(), purpose), List.of(), false, explained, ""))
        .toList();
  }

  private static String answer(String key, Purpose purpose) {
    if (USUAL.contains(purpose) || MORE.getOrDefault(key, Set.of()).contains(purpose)) {
      return "yes";
    }
    return LATER.getOrDefault(key, Set.of()).contains(purpose) ? "later" : "no";
  }
}
