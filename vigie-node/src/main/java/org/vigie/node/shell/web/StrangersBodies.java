package org.vigie.node.shell.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.web.filter.OncePerRequestFilter;
import org.vigie.node.shell.Visit;
import org.vigie.node.shell.Visits;

/**
 * Gives the large forms of people who are not signed in one room together. The server takes memory
 * for a form as soon as its length is announced, so that some hundred lines that announce much and
 * send nothing would take all of it (S-88). Forms as small as those for signing in always pass;
 * what a member typed does, too, also when their session has locked or ended meanwhile.
 */
final class StrangersBodies extends OncePerRequestFilter {

  /** What signing in, joining and recovering need, many times over. */
  static final long SMALL = 32_768;

  /** All large ones together. */
  static final long ROOM = 48L << 20;

  private final AtomicLong taken = new AtomicLong();
  private final long longest;
  private final Errors errors;

  /** {@code longest} is the most the server reads of a body whose length is not announced. */
  StrangersBodies(long longest, Errors errors) {
    this.longest = longest;
    this.errors = errors;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var room = room(request);
    if (room == 0) {
      chain.doFilter(request, response);
      return;
    }
    try {
      if (taken.addAndGet(room) > ROOM) {
        errors.noRoom(request, response);
      } else {
        chain.doFilter(request, response);
      }
    } finally {
      taken.addAndGet(-room);
    }
  }

  /** What the fields of {@code request} may take; nothing where it does not matter. */
  private long room(HttpServletRequest request) {
    var announced = request.getContentLengthLong();
    var member = Visit.of(request).existing().flatMap(session -> session.member());
    if (!"POST".equals(request.getMethod())
        || Visits.multipart(request)
        || member.isPresent()
        || (announced >= 0 && announced <= SMALL)
        || announced > longest
        || (announced < 0 && request.getHeader("Transfer-Encoding") == null)) {
      return 0;
    }
    return announced < 0 ? longest : announced;
  }
}
