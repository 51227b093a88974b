package org.vigie.typeset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** Asks veraPDF. */
public final class Conformance {

  private Conformance() {}

  /** Fails, naming the rules broken, unless {@code pdf} is PDF/A-3a and PDF/UA-1. */
  public static void check(byte[] pdf) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    for (var name : List.of("3a", "ua1")) {
      var flavour = PDFAFlavour.fromString(name);
      try (var parser =
              Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
          var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
        var result = validator.validate(parser);
        assertThat(result.getTestAssertions())
            .as(name)
            .extracting(a ->
                a.getRuleId().getClause()
                    + "-"
                    + a.getRuleId().getTestNumber()
                    + " "
                    + a.getMessage())
            .isEmpty();
        assertThat(result.isCompliant()).as(name).isTrue();
      }
    }
  }
}
