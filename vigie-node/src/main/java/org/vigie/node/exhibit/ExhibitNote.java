package org.vigie.node.exhibit;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.Refusal;
import org.vigie.register.OpenRegister;

/** What another capability has to say on the page of an exhibit: a bean. */
public interface ExhibitNote {

  /** Where it stands among the others; the smaller the higher. */
  int order();

  /**
   * What it says of {@code exhibit}, if anything.
   *
   * @param base address of the case
   */
  Optional<Card> on(String base, OpenRegister file, Exhibit exhibit) throws Refusal;

  /**
   * A card.
   *
   * @param heading key of its heading
   * @param sentences what it says
   * @param path where it leads, or null
   * @param door key of the words that lead there
   */
  record Card(String heading, List<Sentence> sentences, @Nullable String path, String door) {

    /** Keeps its own copy. */
    public Card {
      sentences = List.copyOf(sentences);
    }
  }

  /** A sentence and what fills it. */
  record Sentence(String key, List<Object> details) {

    /** A sentence. */
    public static Sentence of(String key, Object... details) {
      return new Sentence(key, List.of(details));
    }

    /** The details as a template takes them. */
    public Object[] filling() {
      return details.toArray();
    }
  }
}
