package org.vigie.node.cage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/**
 * Where the classes are that run in the cage: those of two modules and of the library that reads
 * PDF, nothing else.
 */
final class CodePath {

  private static final Pattern NESTED = Pattern.compile("jar:nested:(.+?)/!(.+?)!/.*");

  private CodePath() {}

  /** Jars or folders that hold {@code classes}. */
  static List<Path> of(Class<?>... classes) {
    var all = new ArrayList<Path>();
    for (var type : classes) {
      var path = of(type);
      if (!all.contains(path)) {
        all.add(path);
      }
    }
    return List.copyOf(all);
  }

  private static Path of(Class<?> type) {
    var source = type.getProtectionDomain().getCodeSource();
    if (source == null) {
      throw new IllegalStateException(type + " has no place");
    }
    var location = source.getLocation().toString();
    try {
      var nested = NESTED.matcher(location);
      return nested.matches()
          ? extracted(Path.of(nested.group(1)), nested.group(2))
          : Path.of(new URI(location)).toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A jar within the jar of the node, copied out for as long as the node runs. */
  private static Path extracted(Path outer, String entry) throws IOException {
    try (var jar = new JarFile(outer.toFile());
        var in = jar.getInputStream(jar.getJarEntry(entry))) {
      var copy = Files.createTempFile("vigie-cage-", ".jar");
      copy.toFile().deleteOnExit();
      Files.write(copy, in.readAllBytes());
      return copy;
    }
  }
}
