package org.vigie.register;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.vigie.kernel.BlobId;
import org.vigie.kernel.RegisterId;
import org.vigie.register.store.RowStep;
import org.vigie.seal.HybridKey;

/**
 * Brings what earlier epochs sealed into the present one. Keeps no record of how far it got: an
 * entry says which epoch wraps it, a blob opens with the present key or does not.
 */
final class Resealing {

  private static final int PAGE = 128;

  private final Ports ports;
  private final RegisterId id;
  private final RegisterReader reader;
  private final ReentrantLock lock;

  Resealing(Ports ports, RegisterId id, RegisterReader reader, ReentrantLock lock) {
    this.ports = ports;
    this.id = id;
    this.reader = reader;
    this.lock = lock;
  }

  int run(int budget) throws RegisterRefused, IOException {
    var done = 0;
    for (long from = 0; done < budget; ) {
      var page = Math.min(PAGE, budget - done);
      var result = entries(from, page);
      done += result.done();
      from = result.next();
      if (result.end()) {
        break;
      }
    }
    return done < budget ? done + blobs(budget - done) : done;
  }

  private record Page(int done, long next, boolean end) {}

  private Page entries(long from, int limit) throws RegisterRefused {
    var rows = ports.rows().entries(id, from, limit);
    var steps = new ArrayList<RowStep>();
    lock.lock();
    try {
      var to = reader.epochs().latest();
      for (var row : rows) {
        var key = reader.epochs().find(row.keyEpoch());
        // A deposit of this epoch is brought into the form of the members' own entries.
        if (key.isPresent()
            && (row.keyEpoch() < to.number() || EpochKey.deposited(row.head().toArray()))) {
          var moved = EntrySeal.rewrap(row, key.get(), to);
          steps.add(
              new RowStep.Rewrap(id, row.sequence(), to.number(), moved.head(), moved.bodyKey()));
        }
      }
    } finally {
      lock.unlock();
    }
    if (!steps.isEmpty() && !ports.rows().commit(steps)) {
      throw new RegisterRefused("register.conflict");
    }
    return new Page(steps.size(), from + rows.size(), rows.size() < limit);
  }

  private int blobs(int budget) throws RegisterRefused, IOException {
    List<HybridKey> keys;
    List<BlobId> all;
    lock.lock();
    try {
      keys = reader.epochs().copies();
      all = List.copyOf(reader.manifest().blobs().keySet());
    } finally {
      lock.unlock();
    }
    // Without the lock: pages are read meanwhile, however large a blob is.
    try {
      var done = 0;
      var blobs = new Blobs(ports);
      for (var i = 0; i < all.size() && done < budget; i++) {
        if (blobs.reseal(all.get(i), keys)) {
          done++;
          deleteIfErased(all.get(i));
        }
      }
      return done;
    } finally {
      keys.forEach(HybridKey::close);
    }
  }

  /** A blob erased while it was sealed anew came back under its name. */
  private void deleteIfErased(BlobId blob) throws RegisterRefused, IOException {
    lock.lock();
    try {
      reader.refresh();
      if (!reader.manifest().blobs().containsKey(blob)) {
        ports.blobs().delete(blob);
      }
    } finally {
      lock.unlock();
    }
  }
}
