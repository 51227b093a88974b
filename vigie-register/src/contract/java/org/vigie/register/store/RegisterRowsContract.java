package org.vigie.register.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.kernel.BlobId;
import org.vigie.kernel.MemberId;
import org.vigie.kernel.RegisterId;
import org.vigie.ledger.Hash;

/** What every {@link RegisterRows} does; a subclass brings an empty one. */
public abstract class RegisterRowsContract {

  private final SecureRandom random = new SecureRandom();
  private final RegisterId register = RegisterId.random(random);

  @SuppressWarnings("NullAway.Init")
  private RegisterRows rows;

  /** Empty rows. */
  protected abstract RegisterRows newRows() throws Exception;

  @BeforeEach
  void begin() throws Exception {
    rows = newRows();
  }

  private Bytes bytes(int length) {
    var bytes = new byte[length];
    random.nextBytes(bytes);
    return Bytes.of(bytes);
  }

  private Hash hash() {
    return Hash.of(bytes(32).toArray());
  }

  private EntryRow row(RegisterId of, long sequence, @Nullable EntryRow before) {
    var previous = before == null ? Hash.of(new byte[32]) : before.hash();
    return new EntryRow(
        of,
        sequence,
        1,
        previous,
        hash(),
        hash(),
        hash(),
        1,
        bytes(300),
        bytes(72),
        bytes(2088));
  }

  private EntryRow appended(long sequence, @Nullable EntryRow before) {
    var row = row(register, sequence, before);
    assertThat(rows.commit(List.of(new RowStep.Append(row)))).isTrue();
    return row;
  }

  @Test
  void gives_entries_back_in_order() {
    var first = appended(0, null);
    var second = appended(1, first);
    var third = appended(2, second);
    assertThat(rows.entries(register, 0, 10)).containsExactly(first, second, third);
    assertThat(rows.entries(register, 1, 1)).containsExactly(second);
    assertThat(rows.entries(register, 3, 10)).isEmpty();
    assertThat(rows.last(register)).contains(third);
    assertThat(rows.last(RegisterId.random(random))).isEmpty();
  }

  @Test
  void refuses_an_entry_that_does_not_follow_the_last() {
    var first = appended(0, null);
    appended(1, first);
    var late = row(register, 1, first);
    var gap = row(register, 3, first);
    var secondStart = row(register, 0, null);
    for (var refused : List.of(late, gap, secondStart, row(RegisterId.random(random), 5, null))) {
      assertThat(rows.commit(List.of(new RowStep.Append(refused)))).isFalse();
    }
    assertThat(rows.entries(register, 0, 10)).hasSize(2);
  }

  @Test
  void does_all_steps_or_none() {
    var first = appended(0, null);
    var wrap = "a".repeat(32);
    var steps = new ArrayList<RowStep>();
    steps.add(new RowStep.PutWrap(wrap, bytes(10)));
    steps.add(new RowStep.Erase(register, 0));
    steps.add(new RowStep.OpenEpoch(new EpochRow(register, 1, "age1pq1", null)));
    steps.add(new RowStep.Append(row(register, 7, first)));
    assertThat(rows.commit(steps)).isFalse();
    assertThat(rows.wrap(wrap)).isEmpty();
    assertThat(rows.epochs(register)).isEmpty();
    assertThat(rows.entries(register, 0, 1)).containsExactly(first);
  }

  @Test
  void keeps_epochs_wraps_and_invitations() {
    var previous = bytes(72);
    var wrap = bytes(2000);
    assertThat(
            rows.commit(
                List.of(
                    new RowStep.OpenEpoch(new EpochRow(register, 1, "age1pq1aaa", null)),
                    new RowStep.OpenEpoch(new EpochRow(register, 2, "age1pq1bbb", previous)),
                    new RowStep.PutWrap("b".repeat(32), wrap),
                    new RowStep.PutInvitation("c".repeat(32), wrap))))
        .isTrue();
    assertThat(rows.epochs(register))
        .containsExactly(
            new EpochRow(register, 1, "age1pq1aaa", null),
            new EpochRow(register, 2, "age1pq1bbb", previous));
    assertThat(rows.commit(List.of(new RowStep.OpenEpoch(rows.epochs(register).getFirst()))))
        .isFalse();
    assertThat(rows.wrap("b".repeat(32))).contains(wrap);
    assertThat(rows.invitations()).containsExactly("c".repeat(32));
    assertThat(rows.invitation("c".repeat(32))).contains(wrap);
    assertThat(
            rows.commit(
                List.of(
                    new RowStep.DropWrap("b".repeat(32)),
                    new RowStep.DropInvitation("c".repeat(32)),
                    new RowStep.DropWrap("d".repeat(32)))))
        .isTrue();
    assertThat(rows.wrap("b".repeat(32))).isEmpty();
    assertThat(rows.invitations()).isEmpty();
  }

  @Test
  void replaces_a_keyring_only_as_expected() {
    var member = MemberId.random(random);
    var first = bytes(4136);
    var second = bytes(4136);
    assertThat(rows.keyring(member)).isEmpty();
    assertThat(rows.commit(List.of(new RowStep.PutKeyring(member, first, second)))).isFalse();
    assertThat(rows.commit(List.of(new RowStep.PutKeyring(member, null, first)))).isTrue();
    assertThat(rows.commit(List.of(new RowStep.PutKeyring(member, null, second)))).isFalse();
    assertThat(rows.commit(List.of(new RowStep.PutKeyring(member, first, second)))).isTrue();
    assertThat(rows.commit(List.of(new RowStep.PutKeyring(member, first, first)))).isFalse();
    assertThat(rows.keyring(member)).contains(second);
  }

  @Test
  void erases_a_body_for_good() {
    var first = appended(0, null);
    assertThat(rows.commit(List.of(new RowStep.Erase(register, 0)))).isTrue();
    assertThat(rows.entries(register, 0, 1)).containsExactly(first.erased());
    var head = bytes(300);
    assertThat(rows.commit(List.of(new RowStep.Rewrap(register, 0, 2, head, bytes(72)))))
        .isTrue();
    var after = rows.entries(register, 0, 1).getFirst();
    assertThat(after).isEqualTo(first.erased().rewrapped(2, head, null));
    assertThat(after.bodyKey()).isNull();
  }

  @Test
  void rewraps_forward_only() {
    var first = appended(0, null);
    var head = bytes(300);
    var key = bytes(72);
    rows.commit(List.of(new RowStep.Rewrap(register, 0, 3, head, key)));
    rows.commit(List.of(new RowStep.Rewrap(register, 0, 2, bytes(300), bytes(72))));
    assertThat(rows.entries(register, 0, 1)).containsExactly(first.rewrapped(3, head, key));
  }

  @Test
  void lets_leaves_wait_until_they_are_submitted() {
    var first = appended(0, null);
    var extra = hash();
    rows.commit(List.of(new RowStep.PutLeaf(extra)));
    rows.commit(List.of(new RowStep.PutLeaf(extra)));
    assertThat(rows.waitingLeaves(10)).containsExactlyInAnyOrder(first.hash(), extra);
    assertThat(rows.waitingLeaves(1)).hasSize(1);
    rows.leavesSubmitted(List.of(first.hash()));
    assertThat(rows.waitingLeaves(10)).containsExactly(extra);
  }

  @Test
  void journals_blobs_until_they_are_finished() {
    var kept = BlobId.random(random);
    var lost = BlobId.random(random);
    rows.blobStarted(kept, 20_000);
    rows.blobStarted(lost, 20_001);
    assertThat(rows.unfinishedBlobs(20_000)).containsExactly(kept);
    assertThat(rows.commit(List.of(new RowStep.FinishBlob(kept)))).isTrue();
    assertThat(rows.unfinishedBlobs(30_000)).containsExactly(lost);
    rows.blobForgotten(lost);
    assertThat(rows.unfinishedBlobs(30_000)).isEmpty();
  }

  @Test
  void lets_one_of_many_writers_win_each_place() throws Exception {
    var first = appended(0, null);
    var won = new AtomicInteger();
    var tasks = new ArrayList<Callable<Void>>();
    for (var writer = 0; writer < 12; writer++) {
      tasks.add(
          () -> {
            if (rows.commit(List.of(new RowStep.Append(row(register, 1, first))))) {
              won.incrementAndGet();
            }
            return null;
          });
    }
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var done : pool.invokeAll(tasks)) {
        done.get();
      }
    }
    assertThat(won).hasValue(1);
    assertThat(rows.entries(register, 0, 10)).hasSize(2);
  }
}
