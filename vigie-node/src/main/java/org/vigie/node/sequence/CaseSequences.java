package org.vigie.node.sequence;

import java.util.List;
import org.vigie.matching.sequence.Asked;
import org.vigie.matching.sequence.Observation;
import org.vigie.matching.sequence.Reached;
import org.vigie.matching.sequence.SequenceReading;
import org.vigie.matching.sequence.Sequences;
import org.vigie.node.incident.Channel;
import org.vigie.node.incident.Demand;
import org.vigie.node.incident.Incident;
import org.vigie.node.incident.TargetKind;

/**
 * Reads the incidents of a case as steps. Looks at codes and dates alone, never at words, numbers
 * or names; keeps nothing. Safe for use by several threads.
 */
public final class CaseSequences {

  private final Sequences sequences;

  /** Reads with {@code sequences}. */
  public CaseSequences(Sequences sequences) {
    this.sequences = sequences;
  }

  /** What the model makes of these incidents; withdrawn ones and impacts must be left out. */
  public SequenceReading of(List<Incident> incidents) {
    return sequences.read(incidents.stream().map(CaseSequences::observed).toList());
  }

  private static Observation observed(Incident incident) {
    var now = incident.now();
    return new Observation(
        incident.id(),
        now.act(),
        reached(now.approach().target(), now.approach().channel()),
        asked(now.words().demand()),
        incident.when().orElse(null));
  }

  /**
   * What a relative was made to say reaches the person through them. That something about a
   * relative was learned through relatives does not change whom it was aimed at.
   */
  private static Reached reached(String target, String channel) {
    var through = channel.equals(Channel.THROUGH_RELATIVES.code());
    for (var kind : TargetKind.values()) {
      if (kind.code().equals(target)) {
        return switch (kind) {
          case PERSON -> through ? Reached.THROUGH_RELATIVES : Reached.PERSON;
          case RELATIVE -> Reached.RELATIVE;
          case ASSOCIATE -> Reached.ASSOCIATE;
          case ORGANISATION, EVENT, PAGE -> Reached.PLACE;
        };
      }
    }
    return through ? Reached.THROUGH_RELATIVES : Reached.UNKNOWN;
  }

  private static Asked asked(String demand) {
    for (var kind : Demand.values()) {
      if (kind.code().equals(demand)) {
        return switch (kind) {
          case SILENCE, PRAISE -> Asked.COMPLIANCE;
          case DATA -> Asked.INFORMATION;
          case SPYING -> Asked.SPYING;
          case MEETING -> Asked.MEETING;
          case RETURN -> Asked.RETURN;
          case MONEY -> Asked.MONEY;
          case OTHER -> Asked.OTHER;
          case NONE -> Asked.NOTHING;
          case UNKNOWN -> Asked.UNKNOWN;
        };
      }
    }
    return Asked.UNKNOWN;
  }
}
