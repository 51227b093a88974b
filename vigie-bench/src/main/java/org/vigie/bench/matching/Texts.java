package org.vigie.bench.matching;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Invented short messages, the same every time: seven scripts, words by Zipf's law, greetings that
 * many write, and campaigns, whose texts come back reworded.
 */
final class Texts {

  private static final long SEED = 20261122;
  private static final int CAMPAIGN_ONE_IN = 60;
  private static final int LARGEST_CAMPAIGN = 12;
  private static final int GREETING_ONE_IN = 4;
  private static final int ONLY_GREETING_ONE_IN = 60;

  private final RandomGenerator random;
  private final Map<Tongue, Tongue.Vocabulary> vocabularies = new EnumMap<>(Tongue.class);
  private final List<String> texts = new ArrayList<>();

  /** Numbers of texts that belong to a campaign. */
  private final List<Integer> planted = new ArrayList<>();

  private Texts(long seed) {
    random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (var tongue : Tongue.values()) {
      vocabularies.put(tongue, tongue.vocabulary(random));
    }
  }

  /** {@code count} messages with campaigns. */
  static Texts of(int count) {
    return new Texts(SEED).fill(count, true);
  }

  /** {@code count} messages of people who have nothing to do with each other. */
  static Texts unrelated(int count) {
    return unrelated(count, 1);
  }

  /** The same with other words; {@code corpus}: which, the one above being 1. */
  static Texts unrelated(int count, long corpus) {
    return new Texts(SEED + corpus).fill(count, false);
  }

  private Texts fill(int count, boolean campaigns) {
    while (texts.size() < count) {
      var tongue = vocabulary();
      if (campaigns && random.nextInt(CAMPAIGN_ONE_IN) == 0) {
        campaign(tongue, count);
      } else if (campaigns && random.nextInt(ONLY_GREETING_ONE_IN) == 0) {
        texts.add(tongue.text(tongue.formula(random)));
      } else {
        texts.add(tongue.text(message(tongue)));
      }
    }
    return this;
  }

  private void campaign(Tongue.Vocabulary tongue, int count) {
    var script = tongue.words(random, 10 + random.nextInt(15));
    for (var left = 2 + random.nextInt(LARGEST_CAMPAIGN);
        left > 0 && texts.size() < count;
        left--) {
      planted.add(texts.size());
      texts.add(tongue.text(reworded(tongue, script, random.nextDouble() * 0.4)));
    }
  }

  Tongue.Vocabulary vocabulary() {
    // Half of all messages are in Latin letters, as in most people's phones
    var tongues = Tongue.values();
    var tongue = random.nextBoolean() ? Tongue.LATIN : tongues[random.nextInt(tongues.length)];
    return vocabulary(tongue);
  }

  Tongue.Vocabulary vocabulary(Tongue tongue) {
    return Objects.requireNonNull(vocabularies.get(tongue));
  }

  /** The words of a message of somebody's own. */
  List<String> message(Tongue.Vocabulary tongue) {
    var words = new ArrayList<String>();
    if (random.nextInt(GREETING_ONE_IN) == 0) {
      words.addAll(tongue.formula(random));
    }
    words.addAll(tongue.words(random, 5 + random.nextInt(11)));
    return words;
  }

  /** {@code script} with a share of its words exchanged. */
  List<String> reworded(Tongue.Vocabulary tongue, List<String> script, double share) {
    var words = new ArrayList<>(script);
    words.replaceAll(word -> random.nextDouble() < share ? tongue.word(random) : word);
    return words;
  }

  RandomGenerator random() {
    return random;
  }

  List<String> all() {
    return texts;
  }

  /** Numbers of {@code count} texts: every second one of a campaign, the others any. */
  int[] some(int count) {
    var numbers = new int[count];
    for (var i = 0; i < count; i++) {
      numbers[i] =
          i % 2 == 0 || planted.isEmpty()
              ? random.nextInt(texts.size())
              : planted.get(random.nextInt(planted.size()));
    }
    return numbers;
  }
}
