package org.vigie.node.shell.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.vigie.node.shell.Visit;
import org.vigie.node.shell.Visits;

/** Lets Spring Security's CSRF filter read the token that our sessions hold. */
final class FormTokens implements CsrfTokenRepository {

  static final String FIELD = "_csrf";

  @Override
  public CsrfToken generateToken(HttpServletRequest request) {
    return token(Visits.formToken(Visit.of(request).session()));
  }

  @Override
  public void saveToken(
      @Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
    // The session already holds it.
  }

  @Override
  public @Nullable CsrfToken loadToken(HttpServletRequest request) {
    return Visit.of(request).existing().map(Visits::formToken).map(FormTokens::token).orElse(null);
  }

  private static CsrfToken token(String value) {
    return new DefaultCsrfToken("X-Form-Token", FIELD, value);
  }
}
