package org.vigie.node.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import org.vigie.evidence.redaction.TextRedaction;
import org.vigie.node.caller.CallerNoted;
import org.vigie.node.casefile.CaseFile;
import org.vigie.node.incident.Incident;
import org.vigie.seal.Digests;

/**
 * The words of one account or incident, in passages of which each can be left out. Immutable.
 *
 * @param key {@code account:} and the sequence, or {@code incident:} and the identifier
 * @param passages in order
 */
public record Spoken(String key, List<Passage> passages) {

  private static final String PLACE_FOR_THE_CASE_ALONE = "exact";

  /** Copies the list. */
  public Spoken {
    passages = List.copyOf(passages);
  }

  /**
   * Some words.
   *
   * @param number from 0
   * @param field what they belong to, such as {@code words} or {@code place}
   * @param text as written
   */
  public record Passage(int number, String field, String text) {}

  /** What was told in one entry. */
  public static Spoken account(CaseFile.Told told) {
    var passages = new ArrayList<Passage>();
    add(passages, "words", told.account().words());
    return new Spoken("account:" + told.sequence(), passages);
  }

  /**
   * What was written of one incident. An exact place is kept for the case alone and is not here.
   *
   * @param callers the numbers and names it came from
   * @param relatives whether what is said of relatives may be here
   */
  public static Spoken incident(Incident incident, List<CallerNoted> callers, boolean relatives) {
    var now = incident.now();
    var passages = new ArrayList<Passage>();
    add(passages, "words", now.words().original());
    add(passages, "translation", now.words().translation());
    add(passages, "when", now.occasion().whenNote());
    if (!now.occasion().placePrecision().equals(PLACE_FOR_THE_CASE_ALONE)) {
      add(passages, "place", now.occasion().place());
    }
    add(passages, "claimed", now.approach().claimedSender());
    if (relatives) {
      add(passages, "intermediaries", now.approach().intermediaries());
      add(passages, "form-from", now.form().from());
      add(passages, "form-answered", now.form().answered());
    }
    for (var known : incident.knew()) {
      whole(passages, "knew", known.words());
    }
    for (var caller : callers) {
      whole(passages, "number", caller.raw());
    }
    for (var claim : incident.claims()) {
      whole(passages, "hypothesis", claim.hypothesis());
      whole(passages, "alternative", claim.alternative());
    }
    return new Spoken("incident:" + incident.id(), passages);
  }

  private static void add(List<Passage> into, String field, String text) {
    for (var passage : Passages.of(text)) {
      into.add(new Passage(into.size(), field, passage));
    }
  }

  private static void whole(List<Passage> into, String field, String text) {
    into.add(new Passage(into.size(), field, text));
  }

  /** Changes whenever the words or their order change. */
  public String fingerprint() {
    var all = new StringBuilder();
    for (var passage : passages) {
      all.append(passage.field()).append('\u0000').append(passage.text()).append('\u0000');
    }
    return HexFormat.of().formatHex(Digests.sha256(all.toString().getBytes(UTF_8)));
  }

  /** What stays of {@code field}: one bar for each run of passages left out. */
  public String text(String field, Collection<Integer> covered) {
    var text = new StringBuilder();
    var bar = false;
    for (var passage : passages) {
      if (!passage.field().equals(field)) {
        continue;
      }
      if (!covered.contains(passage.number())) {
        text.append(passage.text());
        bar = false;
      } else if (!bar) {
        text.append(TextRedaction.BAR).append(passage.text().endsWith("\n") ? "\n" : " ");
        bar = true;
      }
    }
    return text.toString().strip();
  }

  /** What stays of each value of {@code field}, in order; a bar for each value left out. */
  public List<String> values(String field, Collection<Integer> covered) {
    return passages.stream()
        .filter(passage -> passage.field().equals(field))
        .map(p -> covered.contains(p.number()) ? TextRedaction.BAR : p.text())
        .toList();
  }

  /** Everything that stays, a line a passage, for searching. */
  public String remaining(Collection<Integer> covered) {
    var text = new StringBuilder();
    for (var passage : passages) {
      if (!covered.contains(passage.number())) {
        text.append(passage.text());
        if (!continues(passage)) {
          text.append('\n');
        }
      }
    }
    return text.toString();
  }

  /** Whether the next passage is of the same text, so that a name across both is found. */
  private boolean continues(Passage passage) {
    var next = passage.number() + 1;
    return next < passages.size() && passages.get(next).field().equals(passage.field());
  }
}
