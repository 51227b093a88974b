package org.vigie.node.sequence.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.matching.sequence.Sequences;
import org.vigie.node.casefile.CaseCard;
import org.vigie.node.incident.Incidents;
import org.vigie.node.sequence.CaseSequences;

/** Makes what sequence offers. */
@Configuration(proxyBeanMethods = false)
class SequenceConfiguration {

  @Bean
  CaseSequences caseSequences() {
    return new CaseSequences(Sequences.shipped());
  }

  @Bean
  CaseCard sequenceCard(CaseSequences sequences) {
    return new CaseCard(
        55,
        "sequence.card",
        "/sequence",
        open -> {
          var reading = sequences.of(Incidents.of(open.register()).happened());
          return reading.spoken() ? reading.different() : 0;
        });
  }
}
