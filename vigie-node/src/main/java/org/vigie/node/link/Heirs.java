package org.vigie.node.link;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What has another form by newer rules stands in the place, among all, of the offer that held it:
 * who was there earlier stays so. As many as that offer lost and no more, the weakest kinds first
 * because their forms change most: what nobody had brought before has a place of its own, or
 * whoever kept numbers back until an update would be asked before those who brought them meanwhile.
 */
final class Heirs {

  private Heirs() {}

  /**
   * In whose place each of {@code missing} stands; those that are not named have their own.
   *
   * @param offers of the incident that take part
   * @param missing identifiers of {@code gathered} that have no token, by their numbers
   * @return identifiers of offers by the numbers
   */
  static Map<Integer, String> of(
      Collection<LinkOffered> offers, Gathered gathered, List<Integer> missing) {
    var waiting = new ArrayList<>(missing);
    waiting.sort(
        Comparator.comparing((Integer part) -> gathered.pieces().get(part).kind()).reversed());
    var heirs = new ArrayDeque<>(waiting);
    var places = new HashMap<Integer, String>();
    for (var offer : offers) {
      var room = offer.beside().isEmpty() ? offer.dropped() - taken(offers, offer.offer()) : 0;
      for (; room > 0 && !heirs.isEmpty(); room--) {
        places.put(heirs.removeFirst(), offer.offer());
      }
    }
    return places;
  }

  private static int taken(Collection<LinkOffered> offers, String place) {
    return offers.stream()
        .filter(offer -> offer.beside().equals(place))
        .mapToInt(offer -> offer.parts().size())
        .sum();
  }
}
