package org.vigie.probe;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.register.EntryType;
import org.vigie.register.EntryTypes;
import org.vigie.register.Registers;
import org.vigie.register.store.MemoryBlobs;
import org.vigie.register.store.MemoryRows;
import org.vigie.seal.SigningKey;

/** Registers that live as long as the test. */
@Configuration(proxyBeanMethods = false)
public class MemoryStore {

  @Bean
  Registers registers(List<List<EntryType<?>>> types, SecureRandom random, InstantSource clock) {
    return new Registers(
        new MemoryRows(),
        new MemoryBlobs(),
        leaves -> {},
        new EntryTypes(types.stream().<EntryType<?>>flatMap(List::stream).toList()),
        SigningKey.generate(random),
        random,
        clock);
  }
}
