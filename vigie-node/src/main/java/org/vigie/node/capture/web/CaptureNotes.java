package org.vigie.node.capture.web;

import java.util.ArrayList;
import java.util.Optional;
import org.vigie.kernel.Refusal;
import org.vigie.node.capture.Captures;
import org.vigie.node.capture.HiddenNames;
import org.vigie.node.exhibit.Exhibit;
import org.vigie.node.exhibit.ExhibitNote;
import org.vigie.register.OpenRegister;

/** What capture says on the page of an exhibit. */
final class CaptureNotes {

  private CaptureNotes() {}

  /** The address it holds, or came with. */
  record Address() implements ExhibitNote {

    @Override
    public int order() {
      return 10;
    }

    @Override
    public Optional<Card> on(String base, OpenRegister file, Exhibit exhibit) throws Refusal {
      return Captures.of(file)
          .address(exhibit.id())
          .map(seen -> {
            var sentences = new ArrayList<Sentence>();
            if (!seen.address().isEmpty()) {
              sentences.add(Sentence.of("capture.address.is", seen.defanged()));
            }
            sentences.add(Sentence.of("capture.address.never"));
            return new Card(
                "capture.address.card",
                sentences,
                base + "/exhibits/" + exhibit.id() + "/address",
                "capture.address.open");
          });
    }
  }

  /** The series it belongs to. */
  record Series() implements ExhibitNote {

    @Override
    public int order() {
      return 20;
    }

    @Override
    public Optional<Card> on(String base, OpenRegister file, Exhibit exhibit) throws Refusal {
      return Captures.of(file)
          .seriesOf(exhibit.id())
          .map(series -> {
            var place = series.exhibits().indexOf(exhibit.id()) + 1;
            var all = series.exhibits().size();
            return new Card(
                "capture.series.card",
                java.util.List.of(Sentence.of("capture.series.place", place, all)),
                base + "/series/" + series.series(),
                "capture.series.open");
          });
    }
  }

  /** Names that show no number. */
  record Names() implements ExhibitNote {

    @Override
    public int order() {
      return 30;
    }

    @Override
    public Optional<Card> on(String base, OpenRegister file, Exhibit exhibit) throws Refusal {
      var names = HiddenNames.of(exhibit);
      if (names.isEmpty()) {
        return Optional.empty();
      }
      var given =
          Captures.of(file).numbers(exhibit.id()).stream()
              .map(one -> one.number().name())
              .distinct()
              .count();
      var sentences = new ArrayList<Sentence>();
      sentences.add(Sentence.of("capture.names.hidden"));
      if (given > 0) {
        sentences.add(Sentence.of("capture.names.given", given));
      }
      return Optional.of(
          new Card(
              "capture.names.heading",
              sentences,
              base + "/exhibits/" + exhibit.id() + "/names",
              "capture.names.open"));
    }
  }
}
