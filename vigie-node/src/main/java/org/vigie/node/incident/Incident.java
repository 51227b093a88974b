package org.vigie.node.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vigie.kernel.PartialDate;
import org.vigie.register.Author;

/**
 * One incident as it stands: its newest version, its grading, and the claims made about who is
 * behind it.
 *
 * @param id identifier within the case
 * @param now the newest version
 * @param recorded when the first version was written
 * @param author who wrote the first version
 * @param versions how many versions there are
 * @param grading the newest, or F6
 * @param claims the newest version of each attribution claim
 * @param knew what whoever reached the person showed to know, in the order written down
 */
public record Incident(
    String id,
    IncidentRecorded now,
    Instant recorded,
    Author author,
    int versions,
    IncidentGraded grading,
    List<AttributionClaimed> claims,
    List<KnownDetail> knew) {

  /** When it happened, if anything is known. */
  public Optional<PartialDate> when() {
    return PartialDate.parse(now.occasion().when());
  }

  /**
   * Whether it tells only what it changed for the person, as when somebody stops contact for fear
   * of being found. Then nobody reached anybody that day. Words alone could tell of a threat that
   * nobody has coded yet, so with words it is an impact only where the person said so.
   */
  public boolean impactOnly() {
    return now.changes() && now.ofNobody() && knew.isEmpty() && claims.isEmpty();
  }

  /** Where it quotes lines of {@code exhibit}. */
  public List<IncidentRecorded.Citation> linesOf(String exhibit) {
    return now.citations().stream()
        .filter(citation -> citation.exhibit().equals(exhibit) && citation.firstLine() > 0)
        .toList();
  }

  /** The act, if it is coded. */
  public Optional<Act> act() {
    return Taxonomy.shipped().find(now.act());
  }
}
