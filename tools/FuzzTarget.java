import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** What tools/fuzz gives to Jazzer: one method of a fuzz test, called as the tests call it. */
public final class FuzzTarget {

  private static Object test;
  private static Method method;

  private FuzzTarget() {}

  /** Takes the name of the class and that of the method in one word, which Jazzer's children keep whole. */
  public static void fuzzerInitialize(String[] words) throws ReflectiveOperationException {
    var names = words[0].split("#");
    var type = Class.forName(names[0]);
    var constructor = type.getDeclaredConstructor();
    constructor.setAccessible(true);
    test = constructor.newInstance();
    method = type.getDeclaredMethod(names[1], byte[].class);
    method.setAccessible(true);
  }

  /** Runs the test on one input; whatever it throws is a finding. */
  public static void fuzzerTestOneInput(byte[] input) throws Throwable {
    try {
      method.invoke(test, (Object) input);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }
}
