package org.vigie.matching.spark;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vigie.matching.identifier.Identifiers;
import org.vigie.matching.text.TextMatcher;

/**
 * What a job is told.
 *
 * @param file messages as JSON lines, on storage that every worker reads
 * @param out a folder that does not exist yet
 * @param threshold from which score on messages are joined
 * @param region where nationally written numbers are from; null if nobody said
 * @param groups whether groups are written instead of pairs
 */
record JobWords(
    String file, String out, double threshold, @Nullable String region, boolean groups) {

  static final String USAGE =
      "usage: spark-submit --class org.vigie.matching.spark.MatchJob vigie-matching-spark.jar"
          + " FILE.jsonl OUT [--threshold T] [--pairs|--groups] [--region FR]";

  /** Wrong usage; the message says what to do. */
  static final class Wrong extends Exception {

    private static final long serialVersionUID = 1L;

    private Wrong(String sentence) {
      super(sentence + "\n" + USAGE, null, false, false);
    }
  }

  static JobWords of(List<String> words) throws Wrong {
    var plain = new ArrayList<String>();
    var threshold = TextMatcher.DEFAULT_THRESHOLD;
    String region = null;
    var outputs = new TreeSet<String>();
    for (var word = words.iterator(); word.hasNext(); ) {
      var next = word.next();
      switch (next) {
        case "--threshold" -> threshold = threshold(value(next, word));
        case "--region" -> region = region(value(next, word));
        case "--pairs", "--groups" -> outputs.add(next);
        default -> plain.add(plain(next));
      }
    }
    if (plain.size() != 2) {
      throw new Wrong("a file and a folder are needed, and nothing else");
    }
    if (outputs.size() > 1) {
      throw new Wrong("either --pairs or --groups is written");
    }
    return new JobWords(
        plain.getFirst(), plain.getLast(), threshold, region, outputs.contains("--groups"));
  }

  private static String plain(String word) throws Wrong {
    if (word.startsWith("--")) {
      throw new Wrong("there is no option " + word);
    }
    return word;
  }

  private static String value(String option, Iterator<String> words) throws Wrong {
    if (!words.hasNext()) {
      throw new Wrong(option + " needs a value");
    }
    return words.next();
  }

  private static double threshold(String word) throws Wrong {
    try {
      var threshold = Double.parseDouble(word);
      if (threshold > 0 && threshold <= 1) {
        return threshold;
      }
    } catch (NumberFormatException notNumber) {
      throw new Wrong("the threshold is a number above 0 and at most 1");
    }
    throw new Wrong("the threshold is above 0 and at most 1");
  }

  private static String region(String word) throws Wrong {
    if (!Identifiers.isRegion(word)) {
      throw new Wrong("the region is two capital letters, such as FR");
    }
    return word;
  }
}
