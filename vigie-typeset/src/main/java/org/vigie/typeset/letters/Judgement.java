package org.vigie.typeset.letters;

/**
 * How something is judged: four answers, each given by itself.
 *
 * @param source reliability of the source
 * @param information credibility of the information
 * @param likelihood of the judgement
 * @param confidence in the judgement
 */
public record Judgement(
    Source source, Information information, Likelihood likelihood, Confidence confidence) {

  /** What an unknown number gets: nothing can be judged. */
  public static final Judgement UNKNOWN =
      new Judgement(Source.F, Information.I6, Likelihood.NOT_JUDGED, Confidence.LOW);

  /** Reliability of a source (Admiralty code). */
  public enum Source {
    /** Completely reliable. */
    A,
    /** Usually reliable. */
    B,
    /** Fairly reliable. */
    C,
    /** Not usually reliable. */
    D,
    /** Unreliable. */
    E,
    /** Cannot be judged. */
    F
  }

  /** Credibility of information (Admiralty code), whatever its source. */
  public enum Information {
    /** Confirmed by others. */
    I1,
    /** Probably true. */
    I2,
    /** Possibly true. */
    I3,
    /** Doubtful. */
    I4,
    /** Improbable. */
    I5,
    /** Cannot be judged. */
    I6;

    /** The digit. */
    String digit() {
      return name().substring(1);
    }
  }

  /** Words of likelihood (ICD 203, first row of terms). */
  public enum Likelihood {
    /** 1 to 5 per cent. */
    ALMOST_NO_CHANCE,
    /** 5 to 20 per cent. */
    VERY_UNLIKELY,
    /** 20 to 45 per cent. */
    UNLIKELY,
    /** 45 to 55 per cent. */
    ROUGHLY_EVEN,
    /** 55 to 80 per cent. */
    LIKELY,
    /** 80 to 95 per cent. */
    VERY_LIKELY,
    /** 95 to 99 per cent. */
    ALMOST_CERTAIN,
    /** No judgement was made. */
    NOT_JUDGED
  }

  /** How solid the basis of a judgement is. */
  public enum Confidence {
    /** Little or poor information. */
    LOW,
    /** Plausible, not enough. */
    MODERATE,
    /** Good information from several sources. */
    HIGH
  }
}
