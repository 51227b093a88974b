package org.vigie.evidence;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.vigie.ledger.Hash;
import org.vigie.ledger.LeafCommitment;
import org.vigie.ledger.LedgerRefused;
import org.vigie.ledger.NoteKey;
import org.vigie.ledger.TlogProof;

/**
 * A small text a person keeps: it shows that something was filed by a time, and says nothing of
 * what or by whom. Protects the person from a house that later says it never received it; does not
 * help one who finds it to learn anything.
 *
 * @param entry the entry in the log
 * @param keys the log's own key first, then the witnesses'
 * @param proof its place in the log
 * @param timeStamps RFC 3161 replies, base 64: the first on the proof's checkpoint, each further
 *     one on the reply before; none where no authority was asked
 */
public record Receipt(
    LeafCommitment entry, List<NoteKey> keys, TlogProof proof, List<String> timeStamps) {

  /** The first line of every receipt. */
  public static final String HEADER = "vigie-receipt@1";

  /** Longest receipt read, in bytes. */
  public static final int MAX_LENGTH = 512 * 1024;

  private static final String WORDS =
      """

      Keep this text. It shows that something was received, and when at the latest.
      It does not show what, nor by whom. To check it: java -jar verify.jar THIS-FILE

      Gardez ce texte. Il montre que quelque chose a été reçu, et quand au plus tard.
      Il ne montre ni quoi, ni par qui. Pour le contrôler : java -jar verify.jar CE-FICHIER

      """;

  private static final String ENTRY = "entry ";
  private static final String KEY = "key ";
  private static final String TIME_STAMP = "time-stamp ";
  private static final String MALFORMED = "evidence.malformed-receipt";
  private static final int MAX_KEYS = 32;
  private static final int MAX_STAMPS = 100;

  /** Copies the lists. */
  public Receipt {
    keys = List.copyOf(keys);
    timeStamps = List.copyOf(timeStamps);
  }

  /** A receipt with the replies of time-stamping authorities, if there are any. */
  public static Receipt of(
      LeafCommitment entry, List<NoteKey> keys, TlogProof proof, List<byte[]> replies) {
    var stamps = replies.stream().map(Base64.getEncoder()::encodeToString).toList();
    return new Receipt(entry, keys, proof, stamps);
  }

  /** The whole text. */
  public String text() {
    var out = new StringBuilder(HEADER).append('\n').append(WORDS);
    out.append(ENTRY).append(entry.value().base64()).append('\n');
    keys.forEach(key -> out.append(KEY).append(key.text()).append('\n'));
    timeStamps.forEach(stamp -> out.append(TIME_STAMP).append(stamp).append('\n'));
    return out.append('\n').append(proof.text()).toString();
  }

  /** Reads a receipt; refuses everything but the one spelling of {@link #text}. */
  public static Receipt parse(String text) throws EvidenceRefused {
    var start = HEADER + "\n" + WORDS;
    var end = text.indexOf("\n\n", Math.min(text.length(), start.length()));
    if (!text.startsWith(start) || end < 0 || text.length() > MAX_LENGTH) {
      throw new EvidenceRefused(MALFORMED);
    }
    try {
      var lines = List.of(text.substring(start.length(), end).split("\n", -1));
      var receipt = parse(lines, TlogProof.parse(text.substring(end + 2)));
      if (!receipt.text().equals(text)) {
        throw new EvidenceRefused(MALFORMED);
      }
      return receipt;
    } catch (LedgerRefused e) {
      throw new EvidenceRefused(MALFORMED);
    }
  }

  private static Receipt parse(List<String> lines, TlogProof proof)
      throws LedgerRefused, EvidenceRefused {
    if (!lines.getFirst().startsWith(ENTRY) || lines.size() > MAX_KEYS + MAX_STAMPS + 1) {
      throw new EvidenceRefused(MALFORMED);
    }
    var entry = new LeafCommitment(Hash.parseBase64(lines.getFirst().substring(ENTRY.length())));
    var keys = new ArrayList<NoteKey>();
    var stamps = new ArrayList<String>();
    for (var line : lines.subList(1, lines.size())) {
      if (line.startsWith(KEY) && stamps.isEmpty()) {
        keys.add(NoteKey.parse(line.substring(KEY.length())));
      } else if (line.startsWith(TIME_STAMP)) {
        stamps.add(line.substring(TIME_STAMP.length()));
      } else {
        throw new EvidenceRefused(MALFORMED);
      }
    }
    return new Receipt(entry, keys, proof, stamps);
  }
}
