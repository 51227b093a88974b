package org.vigie.node.dossier.web;

import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.node.cage.Cage;
import org.vigie.node.cage.SoundDecoder;
import org.vigie.node.cage.VoiceMask;
import org.vigie.node.casefile.CaseCard;
import org.vigie.node.dossier.Covering;
import org.vigie.node.dossier.Dossiers;
import org.vigie.node.dossier.Proofs;
import org.vigie.node.dossier.Redactions;
import org.vigie.node.dossier.Releases;
import org.vigie.node.exhibit.CoveredCopies;
import org.vigie.node.exhibit.PictureCover;
import org.vigie.node.exhibit.SoundSamples;
import org.vigie.node.ops.Home;
import org.vigie.node.shell.Messages;
import org.vigie.node.store.HouseLogs;
import org.vigie.node.store.NodeKeys;
import org.vigie.register.Catalogue;

/** Makes what dossiers need. */
@Configuration(proxyBeanMethods = false)
class DossierConfiguration {

  @Bean
  Catalogue dossierEntries() {
    return Catalogue.of(Dossiers.DRAFTED, Dossiers.COVERED, Dossiers.EXPORTED);
  }

  @Bean
  Proofs packageProofs(HouseLogs logs, NodeKeys keys, Home home) {
    return new Proofs(logs, keys, home);
  }

  @Bean
  Covering covering(
      PictureCover pictures,
      ObjectProvider<VoiceMask> mask,
      ObjectProvider<SoundDecoder> decoder,
      SoundSamples samples,
      CoveredCopies copies,
      Messages messages) {
    var redactions = new Redactions(pictures, mask::getObject, decoder::getObject, samples, copies);
    return new Covering(redactions, messages);
  }

  @Bean
  Releases releases(
      Messages messages, Proofs proofs, ObjectProvider<Cage> cage, InstantSource clock) {
    return new Releases(messages, proofs, cage::getObject, clock);
  }

  @Bean
  CaseCard dossierCard() {
    return new CaseCard(
        70, "dossier.card", "/dossiers", open -> Dossiers.of(open.register()).inOrder().size());
  }
}
