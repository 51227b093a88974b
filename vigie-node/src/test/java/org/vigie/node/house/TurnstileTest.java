package org.vigie.node.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class TurnstileTest {

  @Test
  void S_13_a_flood_at_the_door_leaves_places_for_those_who_are_in() throws Exception {
    var turnstile = new Turnstile();
    var strangers = new ArrayList<Turnstile.Place>();
    for (var i = 0; i < Turnstile.MOST; i++) {
      strangers.add(turnstile.enter());
    }
    assertThatThrownBy(turnstile::enter).hasMessage("house.busy");
    for (var i = 0; i < Turnstile.KEPT; i++) {
      strangers.add(turnstile.enterAsMember());
    }
    assertThatThrownBy(turnstile::enterAsMember).hasMessage("house.busy");
    strangers.forEach(Turnstile.Place::close);
    try (var place = turnstile.enter()) {
      assertThat(place).isNotNull();
    }
  }
}
