package org.vigie.bench.matching;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.bench.Report;
import org.vigie.matching.band.BandedTextIndex;
import org.vigie.matching.identifier.Identifiers;
import org.vigie.matching.text.TextMatcher;
import org.vigie.matching.text.TextSketch;
import org.vigie.matching.text.TextSketcher;

/** What is found of disguised, reworded and transliterated scripts, and what is linked wrongly. */
final class Quality {

  private static final double DISGUISED_BAR = 0.97;
  private static final double SCRIPT_BAR = 0.98;
  private static final double REWORDED_BAR = 0.95;

  /** Fewer than one. */
  private static final double FALSE_LINKS_BAR = 0;

  /** Below the threshold of links: candidates are looked through by rank. */
  private static final double CANDIDATE = 0.05;

  private static final int LINKS_AMONG = 10_000;
  private static final int WORDS = 12;

  private final Report report;
  private final Texts texts;
  private final int unrelated;
  private final TextSketcher sketcher = Ours.sketcher();
  private final TextMatcher matcher = new TextMatcher(BandedTextIndex::gathering);
  private final Map<String, List<Try>> tries = new LinkedHashMap<>();

  /** A changed text, and the number of the one it was made from. */
  private record Try(String changed, int source) {}

  /** Among {@code count} unrelated texts, each kind of change {@code each} times. */
  Quality(Report report, int count, int each) {
    this.report = report;
    unrelated = count;
    texts = Texts.unrelated(count);
    texts.all().forEach(this::add);
    for (var i = 0; i < each; i++) {
      prepare();
    }
    matcher.settle();
  }

  private int add(String text) {
    return matcher.add(sketch(text));
  }

  private TextSketch sketch(String text) {
    return sketch(sketcher, text);
  }

  private static TextSketch sketch(TextSketcher sketcher, String text) {
    return sketcher.sketch(text, Identifiers.findIn(text, null));
  }

  private void prepare() {
    var random = texts.random();
    for (var disguise : Disguise.values()) {
      var tongue = disguise.needsLatin() ? texts.vocabulary(Tongue.LATIN) : texts.vocabulary();
      var source = tongue.text(tongue.words(random, WORDS + random.nextInt(12)));
      var prefix = tongue.text(tongue.words(random, 6));
      tried("G10 " + disguise, disguise.apply(source, random, prefix), source);
    }
    for (var percent : new int[] {10, 20, 30}) {
      var tongue = texts.vocabulary(Tongue.LATIN);
      var words = tongue.words(random, WORDS + random.nextInt(12));
      var other = tongue.text(texts.reworded(tongue, words, percent / 100.0));
      tried("ranked first with " + percent + " % of words replaced", other, tongue.text(words));
    }
    for (var pair : ScriptPair.values()) {
      var source = pair.text(random);
      tried("G11 " + pair, pair.written(source), source);
    }
  }

  private void tried(String kind, String changed, String source) {
    tries.computeIfAbsent(kind, k -> new ArrayList<>()).add(new Try(changed, add(source)));
  }

  /** Prints what was found of every kind. */
  void found() {
    tries.forEach((kind, those) -> {
      var ranked = kind.startsWith("ranked");
      var threshold = ranked ? CANDIDATE : TextMatcher.DEFAULT_THRESHOLD;
      var found = those.stream().filter(one -> isFound(one, threshold, ranked)).count();
      var bar = ranked ? REWORDED_BAR : kind.startsWith("G11") ? SCRIPT_BAR : DISGUISED_BAR;
      report.atLeast(kind, (double) found / those.size(), bar);
    });
  }

  private boolean isFound(Try one, double threshold, boolean first) {
    var matches = matcher.query(sketch(one.changed()), threshold);
    return matches.stream()
        .limit(first ? 1 : matches.size())
        .anyMatch(match -> match.text() == one.source());
  }

  /** Links of unrelated texts at the default threshold, among ten thousand of them. */
  void falseLinks() {
    var asked = Math.min(unrelated, LINKS_AMONG);
    var links = links(texts.all().subList(0, asked), sketcher, matcher);
    report.atMost(
        "links among " + asked + " unrelated texts, indexed with " + unrelated,
        links,
        FALSE_LINKS_BAR);
  }

  /**
   * The same where {@code count} messages are all there are, in corpora of other words.
   *
   * @param first the number of the first corpus
   */
  static void falseLinks(Report report, int count, int first, int corpora) {
    var links = new ArrayList<Integer>();
    for (var corpus = first; corpus < first + corpora; corpus++) {
      var texts = Texts.unrelated(count, corpus).all();
      var sketcher = Ours.sketcher();
      var matcher = new TextMatcher(BandedTextIndex::gathering);
      texts.forEach(text -> matcher.add(sketch(sketcher, text)));
      matcher.settle();
      links.add(links(texts.subList(0, Math.min(count, LINKS_AMONG)), sketcher, matcher));
    }
    report.line("%d corpora of %,d unrelated texts have so many links: %s", corpora, count, links);
    report.atMost("links of such a corpus at most", Collections.max(links), FALSE_LINKS_BAR);
  }

  private static int links(List<String> first, TextSketcher sketcher, TextMatcher matcher) {
    var links = 0;
    for (var i = 0; i < first.size(); i++) {
      var number = i;
      links +=
          (int)
              matcher.query(sketch(sketcher, first.get(i)), TextMatcher.DEFAULT_THRESHOLD).stream()
                  .filter(match -> match.text() != number && match.text() < first.size())
                  .count();
    }
    // Both sides of a link find it, unless the bands of one miss the other
    return (links + 1) / 2;
  }
}
