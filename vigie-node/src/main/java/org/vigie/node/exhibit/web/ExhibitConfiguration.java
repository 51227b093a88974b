package org.vigie.node.exhibit.web;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.ledger.CustodyLog;
import org.vigie.node.cage.Cage;
import org.vigie.node.cage.OfficePrinter;
import org.vigie.node.cage.PictureDecoder;
import org.vigie.node.cage.SoundDecoder;
import org.vigie.node.casefile.CaseCard;
import org.vigie.node.exhibit.CitedExhibits;
import org.vigie.node.exhibit.CoveredCopies;
import org.vigie.node.exhibit.Enclosures;
import org.vigie.node.exhibit.ExhibitNote;
import org.vigie.node.exhibit.Exhibits;
import org.vigie.node.exhibit.Intake;
import org.vigie.node.exhibit.PageImages;
import org.vigie.node.exhibit.PictureCover;
import org.vigie.node.exhibit.Preparations;
import org.vigie.node.exhibit.Receipts;
import org.vigie.node.exhibit.Renderings;
import org.vigie.node.exhibit.SoundSamples;
import org.vigie.node.exhibit.Stills;
import org.vigie.node.exhibit.Waveforms;
import org.vigie.node.incident.CitedSource;
import org.vigie.node.ops.NodeSettings;
import org.vigie.node.store.HouseLogs;
import org.vigie.register.Catalogue;
import org.vigie.register.Registers;

/** Makes what exhibit offers. */
@Configuration(proxyBeanMethods = false)
class ExhibitConfiguration {

  @Bean
  Catalogue exhibitEntries() {
    return Catalogue.of(
        Exhibits.RECEIVED,
        Exhibits.INTAKE,
        Exhibits.DERIVED,
        Exhibits.UNREAD,
        Exhibits.CUSTODY,
        Renderings.MADE,
        Preparations.PREPARED);
  }

  @Bean
  Intake intake(
      Registers registers,
      CustodyLog log,
      ObjectProvider<Cage> cage,
      Waveforms waveforms,
      Stills stills,
      NodeSettings settings,
      SecureRandom random,
      InstantSource clock) {
    return new Intake(
        registers, log, cage::getObject, waveforms, stills, settings.limits(), random, clock);
  }

  @Bean
  Waveforms waveforms(ObjectProvider<Cage> cage, ObjectProvider<SoundDecoder> decoder) {
    return new Waveforms(cage::getObject, decoder::getObject);
  }

  @Bean
  Stills stills(
      ObjectProvider<Cage> cage, ObjectProvider<PictureDecoder> decoder, SecureRandom random) {
    return new Stills(cage::getObject, decoder::getObject, random);
  }

  @Bean
  SoundSamples soundSamples(ObjectProvider<SoundDecoder> decoder, SecureRandom random) {
    return new SoundSamples(decoder::getObject, random);
  }

  @Bean
  Enclosures enclosures(Intake intake, ObjectProvider<Cage> cage) {
    return new Enclosures(intake, cage::getObject);
  }

  @Bean
  CoveredCopies coveredCopies(SecureRandom random) {
    return new CoveredCopies(random);
  }

  @Bean
  PictureCover pictureCover(ObjectProvider<Cage> cage, CoveredCopies copies) {
    return new PictureCover(cage::getObject, copies);
  }

  @Bean
  PageImages pageImages(
      ObjectProvider<Cage> cage, ObjectProvider<OfficePrinter> printer, SecureRandom random) {
    return new PageImages(cage::getObject, printer::getObject, random);
  }

  @Bean
  Receipts receipts(HouseLogs logs) {
    return new Receipts(logs);
  }

  @Bean
  CitedSource citedExhibits() {
    return new CitedExhibits();
  }

  @Bean
  ExhibitNote otherExports() {
    return new OtherExports();
  }

  @Bean
  CaseCard exhibitCard() {
    return new CaseCard(
        10, "exhibit.card", "/exhibits", open -> Exhibits.of(open.register()).inOrder().size());
  }
}
