package org.vigie.node.witness;

import java.util.HashMap;
import java.util.Map;
import org.vigie.kernel.Refusal;
import org.vigie.node.house.Houses;
import org.vigie.node.shell.SignedIn;
import org.vigie.register.Entry;
import org.vigie.register.Fold;

/** The keepers' names for partners. */
public final class PartnerNames {

  private static final int LONGEST = 80;

  private final Houses houses;

  PartnerNames(Houses houses) {
    this.houses = houses;
  }

  /** The names by id of witness or log, the last given. */
  public Map<String, String> of(SignedIn keeper) throws Refusal {
    return houses.keepers(keeper).fold(new NamesFold());
  }

  /** Calls {@code id} so from now on. */
  public void name(SignedIn keeper, String id, String name) throws Refusal {
    var cut = name.substring(0, Math.min(LONGEST, name.length()));
    if (!cut.isBlank()) {
      houses.keepers(keeper).append(WitnessNamed.TYPE, new WitnessNamed(id, cut));
    }
  }

  /** How the entries become names. */
  private record NamesFold() implements Fold<Map<String, String>> {

    @Override
    public Map<String, String> empty() {
      return Map.of();
    }

    @Override
    public Map<String, String> step(Map<String, String> names, Entry<?> entry) {
      if (!(entry.body() instanceof WitnessNamed named)) {
        return names;
      }
      var next = new HashMap<>(names);
      next.put(named.id(), named.name());
      return Map.copyOf(next);
    }
  }
}
