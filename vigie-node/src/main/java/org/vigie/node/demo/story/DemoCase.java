package org.vigie.node.demo.story;

import java.util.List;

/**
 * A person's file: what was told, what was coded from it, what was brought.
 *
 * @param key a short stable key, for example {@code c01}
 * @param person the sign-in name of the person, or the pseudonym of one without an account
 * @param caseworker the sign-in name of who accompanies
 * @param title what the file is called in the house
 * @param telling the account
 * @param incidents the coded acts, in order of time
 * @param numbers the numbers and handles seen
 * @param relatives the relatives concerned, by handle
 * @param exhibits the files brought
 * @param notes the house's notes
 */
public record DemoCase(
    String key,
    String person,
    String caseworker,
    Bilingual title,
    Telling telling,
    List<DemoIncident> incidents,
    List<DemoNumber> numbers,
    List<DemoRelative> relatives,
    List<DemoExhibit> exhibits,
    List<DemoNote> notes) {}
