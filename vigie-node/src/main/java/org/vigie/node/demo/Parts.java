package org.vigie.node.demo;

import java.util.List;

/** Where the demonstration finds the services that the pages use. */
public interface Parts {

  /** The service of this type. */
  <T> T part(Class<T> type);

  /** Every service of this type. */
  <T> List<T> all(Class<T> type);
}
