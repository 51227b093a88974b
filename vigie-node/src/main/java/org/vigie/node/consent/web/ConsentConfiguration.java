package org.vigie.node.consent.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.node.consent.Consents;
import org.vigie.register.Catalogue;

/** Makes what consent offers. */
@Configuration(proxyBeanMethods = false)
class ConsentConfiguration {

  @Bean
  Catalogue consentEntries() {
    return Catalogue.of(Consents.ANSWERED);
  }
}
