package org.vigie.node.desk.web;

import java.util.List;
import java.util.Map;
import org.vigie.node.casefile.CaseFile;

/**
 * Who can read a case, and who looked.
 *
 * @param id the case
 * @param readers everyone who holds a key
 * @param others caseworkers who could be let in: identifier and name
 * @param steward whether this member decides who reads
 * @param looks of everyone else, newest first
 */
public record PeoplePage(
    String id,
    List<Reader> readers,
    Map<String, String> others,
    boolean steward,
    List<Look> looks) {

  /** Someone who holds a key; the name is empty for people who are helped. */
  public record Reader(String member, String name, String role, boolean me) {}

  /** A reading with the reader's name, which may be empty, and whether it was the person. */
  public record Look(String name, boolean person, CaseFile.Look look) {}
}
