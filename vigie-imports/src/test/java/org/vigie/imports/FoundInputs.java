package org.vigie.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;

/** What searching for hours found worth trying ({@code tools/fuzz keep}), by fuzz test. */
public final class FoundInputs {

  private static final String TESTS = "FuzzTest.class";

  private FoundInputs() {}

  /** Every fuzz test of this module, in the order of their names. */
  public static List<Method> tests() throws IOException {
    var root = root();
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(file -> file.endsWith(TESTS))
          .sorted()
          .map(file -> file.replace('/', '.').substring(0, file.length() - ".class".length()))
          .flatMap(FoundInputs::methods)
          .toList();
    }
  }

  private static Path root() {
    try {
      return Path.of(FoundInputs.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Stream<Method> methods(String test) {
    try {
      return Arrays.stream(Class.forName(test).getDeclaredMethods())
          .filter(method -> method.isAnnotationPresent(FuzzTest.class));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Tries all that was kept for one of them; how many there were. */
  public static int tryAgain(Method method) throws IOException, ReflectiveOperationException {
    var type = method.getDeclaringClass();
    var constructor = type.getDeclaredConstructor();
    constructor.setAccessible(true);
    method.setAccessible(true);
    var test = constructor.newInstance();
    var tried = 0;
    var kept = type.getSimpleName() + "." + method.getName() + ".zip";
    try (var stream = type.getResourceAsStream(kept)) {
      assertThat(stream).as("inputs kept for " + type.getSimpleName()).isNotNull();
      var zip = new ZipInputStream(stream);
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        tryAgain(test, method, entry.getName(), zip.readAllBytes());
        tried++;
      }
    }
    return tried;
  }

  private static void tryAgain(Object test, Method method, String name, byte[] input)
      throws IllegalAccessException {
    try {
      method.invoke(test, (Object) input);
    } catch (InvocationTargetException thrown) {
      fail("input " + name + " of " + test.getClass().getSimpleName(), thrown.getCause());
    }
  }
}
