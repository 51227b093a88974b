package org.vigie.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What searching found worth trying breaks no reader and keeps none long. That none needs more
 * memory than the cage has, SmallHeapTest shows.
 */
class FoundInputsTest {

  static List<Named<Method>> everyFuzzTest() throws IOException {
    return FoundInputs.tests().stream()
        .map(method -> Named.of(method.getDeclaringClass().getSimpleName(), method))
        .toList();
  }

  /** In a thread of its own: a reader that never ends does not look whether it is interrupted. */
  @ParameterizedTest
  @MethodSource("everyFuzzTest")
  @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
  void is_tried_again(Method method) throws Exception {
    assertThat(FoundInputs.tryAgain(method)).isPositive();
  }
}
