package org.vigie.node.cage;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.vigie.node.ops.HomeCheck;

/** Builds the cage when the first document comes: finding out what it can takes a second. */
@Configuration(proxyBeanMethods = false)
class CageConfiguration {

  @Bean
  @Lazy
  Cage cage() throws IOException {
    return Cage.onThisMachine(CageLimits.USUAL);
  }

  @Bean
  @Lazy
  Ffmpeg ffmpeg() {
    return Ffmpeg.onThisMachine();
  }

  @Bean
  @Lazy
  VoiceMask voiceMask(SecureRandom random, Ffmpeg ffmpeg) {
    return new VoiceMask(random, ffmpeg);
  }

  @Bean
  @Lazy
  OfficePrinter officePrinter() {
    return OfficePrinter.onThisMachine();
  }

  @Bean
  @Lazy
  SoundDecoder soundDecoder(Ffmpeg ffmpeg) {
    return new SoundDecoder(ffmpeg);
  }

  @Bean
  @Lazy
  PictureDecoder pictureDecoder(Ffmpeg ffmpeg) {
    return PictureDecoder.with(ffmpeg);
  }

  /** Tells keepers how strong the cage is; finding out builds it, once. */
  @Bean
  HomeCheck cageCheck(ObjectProvider<Cage> cage) {
    return () -> {
      try {
        var level = cage.getObject().level();
        return new HomeCheck.Finding(level.key(), level.isolated(), List.of());
      } catch (BeansException none) {
        return new HomeCheck.Finding("cage.level.none", false, List.of());
      }
    };
  }
}
