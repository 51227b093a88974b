package org.vigie.probe;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.vigie.node.cage.PictureDecoder;
import org.vigie.node.cage.SoundDecoder;

/** A machine on which the programs that decode were never installed. */
@Configuration(proxyBeanMethods = false)
public class NoPrograms {

  /** No ffmpeg. */
  @Bean
  @Primary
  SoundDecoder noDecoder() {
    return SoundDecoder.none();
  }

  /** Neither heif-convert nor ffmpeg. */
  @Bean
  @Primary
  PictureDecoder noPictures() {
    return PictureDecoder.none();
  }
}
