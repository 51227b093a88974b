package org.vigie.node.claim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SaidTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"place.coordinates", "place.proof", "exif.owner", "exif.serial", "exif.unique"})
  void keeps_back_what_leads_to_somebody(String name) {
    assertThat(new Said("photo", name, "1").leadsToSomebody()).isTrue();
  }

  @Test
  void shows_which_make_a_camera_is() {
    assertThat(new Said("photo", "exif.make", "1").leadsToSomebody()).isFalse();
  }
}
