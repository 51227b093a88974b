package org.vigie.node.consent.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.vigie.node.consent.Consents;
import org.vigie.node.consent.Purpose;

/**
 * The consent question.
 *
 * @param caseId the case
 * @param answers the answer to each purpose, by its code
 * @param missing whether the first question still waits for an answer
 * @param history every answer ever given
 */
public record ConsentPage(
    String caseId, Map<String, String> answers, boolean missing, List<Consents.Answer> history) {

  /** What is asked at once: whoever has just told something is tired. */
  public static final List<Purpose> FIRST = List.of(Purpose.KEEP, Purpose.CASEWORKER);

  /** What can be asked another day. */
  public static final List<Purpose> LATER =
      Arrays.stream(Purpose.values()).filter(purpose -> !FIRST.contains(purpose)).toList();

  /** The answer to {@code purpose}, or the empty text. */
  public String answer(String purpose) {
    return answers.getOrDefault(purpose, "");
  }
}
