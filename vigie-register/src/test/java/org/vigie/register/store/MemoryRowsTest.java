package org.vigie.register.store;

class MemoryRowsTest extends RegisterRowsContract {

  @Override
  protected RegisterRows newRows() {
    return new MemoryRows();
  }
}
