package org.vigie.imports.archive;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Which file of an archive a name means: that path, the only path that ends so, or the only file
 * called so in any folder. Messages write less of a path than archives do.
 *
 * @param <T> a file
 */
public final class Meant<T> {

  private final Function<T, String> path;
  private final Map<String, List<T>> called = new HashMap<>();

  /** Among these files, each with a path of its own. */
  public Meant(Collection<T> files, Function<T, String> path) {
    this.path = path;
    for (var file : files) {
      called.computeIfAbsent(key(path.apply(file)), _ -> new ArrayList<>(1)).add(file);
    }
  }

  /** The one that {@code name} means. */
  public Optional<T> by(String name) {
    var alike = called.getOrDefault(key(name), List.of());
    return alike.stream()
        .filter(file -> path.apply(file).equals(name))
        .findFirst()
        .or(() -> only(alike, file -> path.apply(file).endsWith("/" + name)))
        .or(() -> only(alike, _ -> true));
  }

  /**
   * How many characters from the end of {@code path} on a name must have to mean that file; 0 where
   * the name of the file will do, in whatever folder and case.
   */
  public int enough(String whole) {
    var alike = called.getOrDefault(key(whole), List.of());
    if (alike.size() <= 1) {
      return 0;
    }
    for (var slash = whole.lastIndexOf('/');
        slash >= 0;
        slash = whole.lastIndexOf('/', slash - 1)) {
      var end = whole.substring(slash);
      var several =
          alike.stream().filter(file -> ("/" + path.apply(file)).endsWith(end)).limit(2).count();
      if (several == 1) {
        return end.length() - 1;
      }
    }
    return whole.length();
  }

  private static String key(String name) {
    return name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
  }

  private Optional<T> only(List<T> files, Predicate<T> fitting) {
    var found = files.stream().filter(fitting).limit(2).toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }
}
