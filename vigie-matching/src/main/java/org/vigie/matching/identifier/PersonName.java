package org.vigie.matching.identifier;

/**
 * How a person's name sounds, the same in whatever script and order it is written. Many people bear
 * one name: it is a lead, never a proof.
 *
 * @param sounds plain letters, of which each stands for sounds that scripts and languages exchange;
 *     the least of all the ways to begin somewhere and go round
 */
public record PersonName(String sounds) implements Identifier {

  @Override
  public String canonical() {
    return NORM + "|name|" + sounds;
  }
}
