package org.vigie.register;

import org.vigie.register.store.MemoryBlobs;
import org.vigie.register.store.MemoryRows;

class RegistersInMemoryTest extends RegistersContract {

  @Override
  protected World newWorld() {
    return new World(new MemoryRows(), new MemoryBlobs());
  }
}
