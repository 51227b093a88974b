package org.vigie.node.witness.web;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.vigie.ledger.NoteKey;
import org.vigie.node.witness.AskedWitness;
import org.vigie.node.witness.Reach;

/**
 * What keepers see of witnesses.
 *
 * @param resting whether nobody is asked because this home came out of a backup
 * @param news whether something grave still stands on every page
 * @param reach how far the log is witnessed
 * @param alarms what witnesses hold of our log and we do not
 * @param asked whom we ask
 * @param logs whose logs we cosign
 * @param earlier logs of this house that were ended
 * @param logKey what a partner names to cosign our log
 * @param witnessKey what a partner names to ask us; null where the memory is damaged
 */
public record WitnessesPage(
    boolean resting,
    boolean news,
    Reach reach,
    List<Alarm> alarms,
    List<Asked> asked,
    List<Log> logs,
    List<Earlier> earlier,
    NoteKey logKey,
    @Nullable NoteKey witnessKey) {

  /**
   * Something grave about our own log.
   *
   * @param number of the proof
   * @param name of the witness, as keepers call it
   * @param proven whether the two notes alone prove it
   * @param ours entries of our checkpoint
   * @param theirs entries of theirs
   * @param at when it showed
   * @param split id of the proof
   * @param earlier whether it is about a log that was ended since
   * @param ended whether keepers call it ended
   */
  public record Alarm(
      int number,
      String name,
      boolean proven,
      long ours,
      long theirs,
      Instant at,
      String split,
      boolean earlier,
      boolean ended) {}

  /**
   * A log of this house that was ended.
   *
   * @param number of it, from 0
   * @param origin its name
   * @param fingerprint of its key
   * @param left entries this house held of it
   * @param agreed entries that its witnesses share
   * @param at when the next was begun
   */
  public record Earlier(
      int number, String origin, String fingerprint, long left, long agreed, Instant at) {}

  /**
   * A witness we ask.
   *
   * @param witness it
   * @param name as keepers call it
   * @param behind whether there is something it has not cosigned
   */
  public record Asked(AskedWitness witness, String name, boolean behind) {

    /** Key of the sentence that says how it stands. */
    public String key() {
      var trouble = witness.standing().trouble();
      if (!trouble.code().equals("none")) {
        return "witness.trouble." + trouble.code();
      }
      if (witness.standing().size() == 0) {
        return witness.address().isEmpty() ? "witness.waits.file" : "witness.waits";
      }
      return behind ? "witness.behind" : "witness.whole";
    }
  }

  /**
   * A log we cosign.
   *
   * @param id how addresses call it
   * @param name as keepers call it
   * @param origin its own name
   * @param fingerprint of its key
   * @param size entries cosigned
   * @param at when; null before the first time
   * @param splits ids of the proofs of two histories
   */
  public record Log(
      String id,
      String name,
      String origin,
      String fingerprint,
      long size,
      @Nullable Instant at,
      List<String> splits) {

    /** The numbers of the proofs. */
    public List<Integer> proofs() {
      return IntStream.range(0, splits.size()).boxed().toList();
    }
  }
}
