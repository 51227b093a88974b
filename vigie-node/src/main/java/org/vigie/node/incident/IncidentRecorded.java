package org.vigie.node.incident;

import static org.vigie.node.casefile.Defaults.list;
import static org.vigie.node.casefile.Defaults.text;

import java.util.List;

/**
 * One incident, or a later version of it: the last entry with the same {@code incident} counts,
 * earlier ones stay readable.
 *
 * @param incident identifier within the case
 * @param act taxonomy code of a leaf or a family, or empty while nobody has coded it
 * @param occasion when and where, as far as known
 * @param approach how the person was reached and by whom, as far as known
 * @param words what was said or written, and what is asked of the person
 * @param impacts codes of {@link Impact}
 * @param citations lines of exhibits that show it
 * @param withdrawn true when it was recorded by mistake; it then counts nowhere
 * @param form a form that somebody was told to fill in, if there was one
 */
public record IncidentRecorded(
    String incident,
    String act,
    Occasion occasion,
    Approach approach,
    Words words,
    List<String> impacts,
    List<Citation> citations,
    boolean withdrawn,
    FormGiven form) {

  /** Reads tolerantly. */
  public IncidentRecorded {
    incident = text(incident);
    act = text(act);
    occasion = occasion == null ? new Occasion("", "", "", "", "") : occasion;
    approach = approach == null ? new Approach("", "", "", "", List.of()) : approach;
    words = words == null ? new Words("", "", "", "", "") : words;
    impacts = list(impacts);
    citations = list(citations);
    form = form == null ? FormGiven.NONE : form;
  }

  /** An incident without a form to fill in. */
  public IncidentRecorded(
      String incident,
      String act,
      Occasion occasion,
      Approach approach,
      Words words,
      List<String> impacts,
      List<Citation> citations,
      boolean withdrawn) {
    this(incident, act, occasion, approach, words, impacts, citations, withdrawn, FormGiven.NONE);
  }

  /** Whether it says that something changed for the person. */
  boolean changes() {
    return impacts.stream().anyMatch(impact -> !impact.equals(Impact.NONE.code()));
  }

  /** Whether nothing in it tells of an act of anybody. */
  boolean ofNobody() {
    var said = approach.channel().equals(Channel.NONE.code());
    var silent = approach.channel().isEmpty() && words.original().isBlank();
    var asked = List.of("", Demand.NONE.code(), Demand.UNKNOWN.code()).contains(words.demand());
    return act.isEmpty()
        && (said || silent)
        && asked
        && approach.target().isEmpty()
        && approach.claimedSender().isEmpty()
        && approach.intermediaries().isEmpty()
        && approach.callers().isEmpty()
        && citations.isEmpty()
        && !form.given();
  }

  /**
   * When and where.
   *
   * @param when text of a {@link org.vigie.kernel.PartialDate}, or empty
   * @param whenNote what the person remembers about the time ("before the exams"), or empty
   * @param place in the person's words, or empty
   * @param placePrecision code of {@link PlacePrecision}, or empty
   * @param phase {@code origin}, {@code transit} or {@code exile}, or empty
   */
  public record Occasion(
      String when, String whenNote, String place, String placePrecision, String phase) {

    /** Reads tolerantly. */
    public Occasion {
      when = text(when);
      whenNote = text(whenNote);
      place = text(place);
      placePrecision = text(placePrecision);
      phase = text(phase);
    }
  }

  /**
   * How the person was reached.
   *
   * @param channel code of {@link Channel}, or empty
   * @param target code of {@link TargetKind}, or empty
   * @param claimedSender who the sender said they were; a claim, never an identification
   * @param intermediaries the chain of people it passed through, nearest first, by handles
   * @param callers identifiers of number and alias records
   */
  public record Approach(
      String channel,
      String target,
      String claimedSender,
      String intermediaries,
      List<String> callers) {

    /** Reads tolerantly. */
    public Approach {
      channel = text(channel);
      target = text(target);
      claimedSender = text(claimedSender);
      intermediaries = text(intermediaries);
      callers = list(callers);
    }
  }

  /**
   * What was said.
   *
   * @param original exact words as received, or the person's description
   * @param language BCP 47 tag of the original, or empty
   * @param translation beside the original, never instead of it; or empty
   * @param translator role of whoever translated, or empty
   * @param demand code of {@link Demand}, or empty
   */
  public record Words(
      String original, String language, String translation, String translator, String demand) {

    /** Reads tolerantly. */
    public Words {
      original = text(original);
      language = text(language);
      translation = text(translation);
      translator = text(translator);
      demand = text(demand);
    }
  }

  /**
   * A place in an exhibit.
   *
   * @param exhibit identifier of the exhibit
   * @param firstLine first source line, from 1; 0 where the whole exhibit is meant
   * @param lastLine last source line
   * @param quote the words cited, so that the citation reads without opening the exhibit
   */
  public record Citation(String exhibit, int firstLine, int lastLine, String quote) {

    /** Reads tolerantly. */
    public Citation {
      exhibit = text(exhibit);
      quote = text(quote);
    }
  }
}
