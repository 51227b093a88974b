package org.vigie.node.picture;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
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
   * @param vague its contacts whose day nobody knows, likewise
   */
  public record Lane(String name, List<Contact> contacts, List<Vague> vague) {

    /** Keeps its own copies. */
    public Lane {
      contacts = List.copyOf(contacts);
      vague = List.copyOf(vague);
    }

    /** A channel whose contacts all have their day. */
    public Lane(String name, List<Contact> contacts) {
      this(name, contacts, List.of());
    }
  }

  /**
   * An incident on one of several days; no silence is claimed on any of them.
   *
   * @param first the first day it can have been
   * @param last the last day it can have been
   */
  public record Vague(LocalDate first, LocalDate last) {}

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
    var taken = new ArrayList<Vague>();
    for (var lane : lanes) {
      shown(lane).forEach(contact -> taken.add(new Vague(contact.day(), contact.day())));
      taken.addAll(shownVague(lane));
    }
    taken.sort(Comparator.comparing(Vague::first));
    var silences = new ArrayList<Silence>();
    var heard = taken.isEmpty() ? to : taken.getFirst().first();
    for (var days : taken) {
      silences.add(new Silence(heard.plusDays(1), days.first().minusDays(1), false));
      heard = days.last().isAfter(heard) ? days.last() : heard;
    }
    silences.add(new Silence(heard.plusDays(1), to, true));
    silences.removeIf(gap -> gap.days() <= silence);
    return silences;
  }

  List<Contact> shown(Lane lane) {
    return lane.contacts().stream()
        .filter(contact -> !contact.day().isBefore(from) && !contact.day().isAfter(to))
        .filter(contact -> contact.messages() + contact.incidents() > 0)
        .toList();
  }

  /** Those that touch the days shown, cut to them. */
  List<Vague> shownVague(Lane lane) {
    return lane.vague().stream()
        .filter(days -> !days.last().isBefore(from) && !days.first().isAfter(to))
        .map(days ->
            new Vague(
                days.first().isBefore(from) ? from : days.first(),
                days.last().isAfter(to) ? to : days.last()))
        .toList();
  }
}
