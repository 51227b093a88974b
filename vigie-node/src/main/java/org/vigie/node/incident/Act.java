package org.vigie.node.incident;

import org.vigie.kernel.Language;

/**
 * One code of the taxonomy of transnational repression: a family such as {@code threat}, or one of
 * its leaves such as {@code threat-death}.
 *
 * @param code stable code; what entries keep
 * @param family code of the family, empty for a family itself
 * @param english label and definition in English
 * @param french label and definition in French
 * @param mapping where other typologies put it
 */
public record Act(String code, String family, Words english, Words french, Mapping mapping) {

  /** A label and a one-sentence definition; families have no definition. */
  public record Words(String label, String definition) {}

  /**
   * Keys of other typologies; assigning them is our judgement.
   *
   * @param freedomHouse DA, CO, MC, TP, TD or TI
   * @param ohchr form 1 to 6
   * @param citizenLab method, or empty
   */
  public record Mapping(String freedomHouse, String ohchr, String citizenLab) {}

  /** Whether it stands for a family rather than for one act. */
  public boolean isFamily() {
    return family.isEmpty();
  }

  /** A left-to-right isolate (UAX #9), so that signs at its ends stay where they belong. */
  private static String isolated(String text) {
    return text.isEmpty() ? text : "\u2066" + text + "\u2069";
  }

  /** Label and definition in {@code language}; English where it is neither English nor French. */
  public Words in(Language language) {
    var words = language == Language.FR ? french : english;
    return language.direction().equals("rtl")
        ? new Words(isolated(words.label()), isolated(words.definition()))
        : words;
  }
}
