package org.vigie.node.capture.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.node.capture.Captures;
import org.vigie.node.exhibit.ExhibitNote;
import org.vigie.register.Catalogue;

/** Makes what capture offers. */
@Configuration(proxyBeanMethods = false)
class CaptureConfiguration {

  @Bean
  Catalogue captureEntries() {
    return Catalogue.of(Captures.ADDRESS, Captures.SERIES, Captures.NUMBER);
  }

  @Bean
  ExhibitNote addressNote() {
    return new CaptureNotes.Address();
  }

  @Bean
  ExhibitNote seriesNote() {
    return new CaptureNotes.Series();
  }

  @Bean
  ExhibitNote namesNote() {
    return new CaptureNotes.Names();
  }
}
