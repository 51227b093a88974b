package org.vigie.register;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import org.vigie.ledger.Hash;
import org.vigie.register.store.BlobStore;
import org.vigie.register.store.Custody;

/**
 * Kills the process at a chosen call to a store: that call, or everything after it, never happens.
 */
final class Fate {

  /** The process is gone. Nobody catches it: after a kill no clean-up runs either. */
  static final class Killed extends Error {

    private static final long serialVersionUID = 1L;
  }

  private final int step;
  private final boolean afterwards;
  private boolean counting;
  private boolean dead;
  private int calls;

  Fate(int step, boolean afterwards) {
    this.step = step;
    this.afterwards = afterwards;
  }

  void begin() {
    counting = true;
  }

  void end() {
    counting = false;
  }

  @FunctionalInterface
  private interface Call<T> {
    T run() throws Exception;
  }

  private <T> T pass(Call<T> call) throws Exception {
    if (dead) {
      throw new Killed();
    }
    var here = counting && ++calls == step;
    if (here && !afterwards) {
      dead = true;
      throw new Killed();
    }
    var result = call.run();
    if (here) {
      dead = true;
      throw new Killed();
    }
    return result;
  }

  /** {@code real}, through which every call passes. */
  <T> T over(Class<T> port, T real) {
    var proxy =
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (self, method, arguments) -> {
              try {
                var result = pass(() -> method.invoke(real, arguments));
                return result instanceof BlobStore.Sink sink ? new DoomedSink(sink) : result;
              } catch (InvocationTargetException thrown) {
                throw thrown.getTargetException();
              }
            });
    return port.cast(proxy);
  }

  Custody over(Custody real) {
    return (List<Hash> leaves) -> {
      try {
        pass(() -> {
          real.submit(leaves);
          return true;
        });
      } catch (RuntimeException bug) {
        throw bug;
      } catch (Exception impossible) {
        throw new AssertionError(impossible);
      }
    };
  }

  private final class DoomedSink extends BlobStore.Sink {

    private final BlobStore.Sink real;

    DoomedSink(BlobStore.Sink real) {
      this.real = real;
    }

    private void through(Call<Boolean> call) throws IOException {
      try {
        pass(call);
      } catch (IOException | RuntimeException thrown) {
        throw thrown;
      } catch (Exception impossible) {
        throw new AssertionError(impossible);
      }
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      through(() -> {
        real.write(bytes, from, length);
        return true;
      });
    }

    @Override
    public void commit() throws IOException {
      through(() -> {
        real.commit();
        return true;
      });
    }

    @Override
    public void close() throws IOException {
      through(() -> {
        real.close();
        return true;
      });
    }
  }
}
