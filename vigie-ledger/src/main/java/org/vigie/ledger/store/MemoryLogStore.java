package org.vigie.ledger.store;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.vigie.ledger.LogStore;

/** A log's files in memory: for tests, demos and benches. Safe for several threads. */
public final class MemoryLogStore implements LogStore {

  private final Map<String, byte[]> files = new ConcurrentHashMap<>();

  /** An empty store. */
  public MemoryLogStore() {}

  @Override
  public Optional<byte[]> read(String path) {
    return Optional.ofNullable(files.get(path)).map(byte[]::clone);
  }

  @Override
  public void write(String path, byte[] content) {
    files.put(path, content.clone());
  }

  @Override
  public void remove(String path) {
    files.remove(path);
  }
}
