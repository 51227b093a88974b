package org.vigie.node.picture;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.vigie.kernel.Language;

/**
 * What a timeline of contacts shows: who was reached on which days through which channel, and the
 * silences between.
 *
 * @param from the first day shown
 * @param to the last day shown, usually today
 * @param lanes one for each channel or number, in the order to show them
 * @param silence how many days without any contact make a silence worth showing, at least 1
 * @param language the language of the words and the direction of reading
 */
public record ContactTimeline(
    LocalDate from, LocalDate to, List<Lane> lanes, int silence, Language language) {

  /**
   * One channel.
   *
   * @param name what it is called, for example a number as displayed
   * @param contacts its contacts, in any order; those outside the days shown are left out
   */
  public record Lane(String name, List<Contact> contacts) {}

  /**
   * What happened on one day.
   *
   * @param day the day
   * @param messages how many messages and calls
   * @param incidents how many coded incidents
   */
  public record Contact(LocalDate day, int messages, int incidents) {}

  /**
   * Days without any contact on any channel.
   *
   * @param first the first day without
   * @param last the last day without
   * @param lasting whether it reaches the last day shown
   */
  public record Silence(LocalDate first, LocalDate last, boolean lasting) {

    /** How many days. */
    public long days() {
      return ChronoUnit.DAYS.between(first, last) + 1;
    }
  }

  /**
   * Checks the days.
   *
   * @throws IllegalArgumentException if the last day is before the first or {@code silence} is not
   *     positive
   */
  public ContactTimeline {
    if (to.isBefore(from) || silence < 1) {
      throw new IllegalArgumentException("no days to show");
    }
    lanes = List.copyOf(lanes);
  }

  /** How many days are shown. */
  public long days() {
    return ChronoUnit.DAYS.between(from, to) + 1;
  }

  /** The silences longer than {@link #silence()} days; before the first contact there is none. */
  public List<Silence> silences() {
    var silences = new ArrayList<Silence>();
    var days =
        lanes.stream()
            .flatMap(lane -> shown(lane).stream())
            .map(Contact::day)
            .distinct()
            .sorted()
            .toList();
    for (int i = 0; i < days.size(); i++) {
      var lasting = i == days.size() - 1;
      var last = lasting ? to : days.get(i + 1).minusDays(1);
      var silence = new Silence(days.get(i).plusDays(1), last, lasting);
      if (silence.days() > this.silence) {
        silences.add(silence);
      }
    }
    return silences;
  }

  List<Contact> shown(Lane lane) {
    return lane.contacts().stream()
        .filter(contact -> !contact.day().isBefore(from) && !contact.day().isAfter(to))
        .filter(contact -> contact.messages() + contact.incidents() > 0)
        .toList();
  }
}
