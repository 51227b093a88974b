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
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What searching for hours found worth trying ({@code tools/fuzz keep}) breaks no reader. */
class FoundInputsTest {

  private static final String TESTS = "FuzzTest.class";

  static List<Named<Method>> everyFuzzTest() throws Exception {
    var root = root();
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(file -> file.endsWith(TESTS))
          .sorted()
          .map(file -> file.replace('/', '.').substring(0, file.length() - ".class".length()))
          .flatMap(FoundInputsTest::methods)
          .map(method -> Named.of(method.getDeclaringClass().getSimpleName(), method))
          .toList();
    }
  }

  private static Path root() throws URISyntaxException {
    return Path.of(Objects.requireNonNull(FoundInputsTest.class.getResource("/")).toURI());
  }

  private static Stream<Method> methods(String test) {
    try {
      return Arrays.stream(Class.forName(test).getDeclaredMethods())
          .filter(method -> method.isAnnotationPresent(FuzzTest.class));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("everyFuzzTest")
  void is_tried_again(Method method) throws Exception {
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
    assertThat(tried).isPositive();
  }

  private static void tryAgain(Object test, Method method, String name, byte[] input)
      throws IOException, IllegalAccessException {
    try {
      method.invoke(test, (Object) input);
    } catch (InvocationTargetException thrown) {
      fail("input " + name + " of " + test.getClass().getSimpleName(), thrown.getCause());
    }
  }
}
