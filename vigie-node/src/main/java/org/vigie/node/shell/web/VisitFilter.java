package org.vigie.node.shell.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.vigie.node.shell.Session;
import org.vigie.node.shell.Visits;

/** Finds the session of a request and keeps its clocks while the request is worked on. */
final class VisitFilter extends OncePerRequestFilter {

  private final Visits visits;

  VisitFilter(Visits visits) {
    this.visits = visits;
  }

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    request.setCharacterEncoding("UTF-8");
    var session = visits.begin(request, response).existing().orElse(null);
    if (session == null || watching(request) || session.state() != Session.State.OPEN) {
      chain.doFilter(request, response);
      return;
    }
    visits.working(session);
    try {
      chain.doFilter(request, response);
    } finally {
      visits.worked(session);
    }
  }

  /** A progress page reloads itself; that is not somebody being there. */
  private static boolean watching(HttpServletRequest request) {
    return "GET".equals(request.getMethod()) && request.getRequestURI().startsWith("/uploads/");
  }
}
