package org.vigie.node.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SessionFloodTest {

  private final Sessions sessions =
      new Sessions(
          Clock.systemUTC(), new SecureRandom(), Duration.ofMinutes(10), Duration.ofHours(2));

  @Test
  void visitors_without_end_take_a_bounded_place_and_push_nobody_out_who_is_in() {
    var signedIn = sessions.signIn("", new TestMember().signedIn(Set.of(Role.PERSON)));
    var enrolling = sessions.begin();
    enrolling.session().hold();
    for (var i = 0; i < 2 * Sessions.MOST_ANONYMOUS; i++) {
      sessions.begin();
    }
    assertThat(sessions.count()).isLessThanOrEqualTo(Sessions.MOST_ANONYMOUS + 2);
    assertThat(sessions.find(signedIn.token())).isPresent();
    assertThat(sessions.find(enrolling.token())).isPresent();
  }

  @Test
  void the_newest_visitors_stay() {
    for (var i = 0; i < Sessions.MOST_ANONYMOUS; i++) {
      sessions.begin();
    }
    var newest = sessions.begin();
    assertThat(sessions.find(newest.token())).isPresent();
  }
}
