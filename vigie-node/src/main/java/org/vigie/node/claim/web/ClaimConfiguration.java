package org.vigie.node.claim.web;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.node.cage.Cage;
import org.vigie.node.claim.Claims;
import org.vigie.node.exhibit.Exhibit;
import org.vigie.node.exhibit.ExhibitNote;
import org.vigie.register.Catalogue;
import org.vigie.register.OpenRegister;

/** Makes what claim offers. */
@Configuration(proxyBeanMethods = false)
class ClaimConfiguration {

  @Bean
  Catalogue claimEntries() {
    return Catalogue.of(Claims.KEY);
  }

  @Bean
  Claims claims(ObjectProvider<Cage> cage, SecureRandom random) {
    return new Claims(
        cage::getObject,
        () -> {
          var bytes = new byte[8];
          random.nextBytes(bytes);
          return HexFormat.of().formatHex(bytes);
        });
  }

  @Bean
  ExhibitNote claimNote() {
    return new Note();
  }

  /** What the page of an exhibit says of it. */
  private record Note() implements ExhibitNote {

    @Override
    public int order() {
      return 40;
    }

    @Override
    public Optional<Card> on(String base, OpenRegister file, Exhibit exhibit) {
      if (!Claims.mayTell(exhibit)) {
        return Optional.empty();
      }
      var sentences = new ArrayList<Sentence>();
      var said = Claims.of(exhibit);
      if (said.isEmpty()) {
        sentences.add(Sentence.of("claim.card.unasked"));
      } else if (said.get().isEmpty()) {
        sentences.add(Sentence.of("claim.none"));
      } else {
        var box = said.get().stream().anyMatch(one -> one.name().equals("mail.box"));
        for (var one : said.get()) {
          switch (box ? "mailbox" : one.name()) {
            case "c2pa.signature", "c2pa.binding", "mail.verdict", "proof.file" ->
                sentences.add(Sentence.of("claim." + one.name() + "." + one.value()));
            case "mail.domain" -> sentences.add(Sentence.of("claim.card.mail", one.value()));
            default -> {}
          }
        }
        if (box) {
          sentences.add(Sentence.of("claim.card.box"));
        }
        sentences.add(Sentence.of("claim.card.said", said.get().size()));
      }
      return Optional.of(
          new Card(
              "claim.heading",
              sentences,
              base + "/exhibits/" + exhibit.id() + "/claims",
              said.isEmpty() ? "claim.card.ask" : "claim.card.open"));
    }
  }
}
