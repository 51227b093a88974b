package org.vigie.matching.campaign;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whose each sighting is. All of one case, and all of one person's cases, are one person's: she
 * never meets herself.
 */
final class People {

  private final int[] numbers;
  private final int count;

  private People(int[] numbers, int count) {
    this.numbers = numbers;
    this.count = count;
  }

  static People of(List<Sighting> sightings) {
    var sets = new Sets(sightings.size());
    var known = new HashMap<String, Integer>();
    for (var i = 0; i < sightings.size(); i++) {
      var sighting = sightings.get(i);
      var marks = new ArrayList<String>();
      sighting.persons().forEach(person -> marks.add("person/" + person));
      marks.add("file/" + sighting.file());
      for (var mark : marks) {
        var before = known.putIfAbsent(mark, i);
        if (before != null) {
          sets.join(before, i);
        }
      }
    }
    var numbers = new int[sightings.size()];
    Map<Integer, Integer> people = new HashMap<>();
    for (var i = 0; i < numbers.length; i++) {
      numbers[i] = people.computeIfAbsent(sets.first(i), set -> people.size());
    }
    return new People(numbers, people.size());
  }

  int of(int sighting) {
    return numbers[sighting];
  }

  int count() {
    return count;
  }
}
