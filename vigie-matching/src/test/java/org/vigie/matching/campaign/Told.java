package org.vigie.matching.campaign;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/** Invented sightings: the case, the caseworker and the person of the same number. */
final class Told {

  private Told() {}

  /** {@code traces} such as {@code +1} (a number) and {@code name:x} (a name used). */
  static Sighting by(int person, String... traces) {
    return by("s" + person + String.join("", traces), person, traces);
  }

  static Sighting by(String id, int person, String... traces) {
    var used = new HashMap<String, Means>();
    for (var trace : traces) {
      used.put(trace, means(trace));
    }
    return new Sighting(
        id,
        person,
        "file" + person,
        Set.of("person" + person),
        Set.of("helper" + person),
        used,
        Set.of("recruit-informant"));
  }

  private static Means means(String trace) {
    return trace.startsWith("name")
        ? Means.ALIAS
        : trace.startsWith("page") ? Means.PAGE : Means.PHONE;
  }

  /** Some sightings of few people who share few things. */
  static List<Sighting> some(RandomGenerator random, int size) {
    var told = new ArrayList<Sighting>();
    for (var i = 0; i < size; i++) {
      var traces = new String[1 + random.nextInt(2)];
      for (var j = 0; j < traces.length; j++) {
        var kind = List.of("+", "name", "page").get(random.nextInt(3));
        traces[j] = kind + random.nextInt(1 + size);
      }
      told.add(by("s" + i, random.nextInt(1 + size), traces));
    }
    return told;
  }

  static List<Likeness> alike(RandomGenerator random, List<Sighting> told) {
    var pairs = new LinkedHashMap<String, Likeness>();
    for (var left = told.size() / 2; left > 0; left--) {
      var i = random.nextInt(told.size());
      var j = random.nextInt(told.size());
      if (i < j) {
        var score = random.nextBoolean() ? 0.8 : 0.3;
        var means = random.nextBoolean() ? Means.SCRIPT : Means.RECORDING;
        pairs.put(i + "/" + j, new Likeness(told.get(i).id(), told.get(j).id(), score, means));
      }
    }
    return List.copyOf(pairs.values());
  }

  static List<Sighting> shuffled(RandomGenerator random, List<Sighting> told) {
    var other = new ArrayList<>(told);
    Collections.shuffle(other, Random.from(random));
    return other;
  }

  /** The groups as sets of people. */
  static List<Set<String>> people(List<List<Sighting>> groups) {
    return groups.stream().map(Told::persons).toList();
  }

  static Set<String> persons(List<Sighting> group) {
    var persons = new TreeSet<String>();
    group.forEach(sighting -> persons.addAll(sighting.persons()));
    persons.removeIf(person -> !person.startsWith("person"));
    return persons;
  }
}
