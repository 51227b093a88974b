package org.vigie.node.shell;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class SessionCookieTest {

  private static final String TOKEN = "ab".repeat(32);

  @Test
  void S_18_over_TLS_is_bound_to_this_host_and_never_sent_in_the_clear() {
    var request = new MockHttpServletRequest();
    request.setSecure(true);
    var response = new MockHttpServletResponse();
    new SessionCookie(request, response).set(TOKEN);
    assertThat(response.getHeader("Set-Cookie"))
        .startsWith("__Host-vigie=" + TOKEN + "; ")
        .contains("Path=/", "Secure", "HttpOnly", "SameSite=Strict")
        .doesNotContain("Domain", "Max-Age");
  }

  @Test
  void S_18_a_cookie_planted_by_another_host_is_not_read_over_TLS() {
    var request = new MockHttpServletRequest();
    request.setSecure(true);
    request.setCookies(new Cookie("vigie", TOKEN));
    assertThat(new SessionCookie(request, new MockHttpServletResponse()).token()).isEmpty();
  }

  @Test
  void reads_only_tokens_of_our_shape() {
    var request = new MockHttpServletRequest();
    request.setCookies(new Cookie("vigie", "../" + TOKEN));
    assertThat(new SessionCookie(request, new MockHttpServletResponse()).token()).isEmpty();
    request.setCookies(new Cookie("vigie", TOKEN));
    assertThat(new SessionCookie(request, new MockHttpServletResponse()).token()).isEqualTo(TOKEN);
  }

  @Test
  void is_written_once_even_if_it_changes_twice() {
    var response = new MockHttpServletResponse();
    response.addHeader("Set-Cookie", "lang=fr");
    var cookie = new SessionCookie(new MockHttpServletRequest(), response);
    cookie.set(TOKEN);
    cookie.set("cd".repeat(32));
    assertThat(response.getHeaders("Set-Cookie")).hasSize(2).contains("lang=fr");
  }
}
