package org.vigie.node.report.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.node.report.Reports;
import org.vigie.register.Catalogue;

/** Makes what reports offer. */
@Configuration(proxyBeanMethods = false)
class ReportConfiguration {

  @Bean
  Catalogue reportEntries() {
    return Catalogue.of(Reports.MADE);
  }
}
