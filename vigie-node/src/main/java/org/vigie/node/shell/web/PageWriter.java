package org.vigie.node.shell.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.vigie.node.shell.Page;
import org.vigie.node.shell.Pages;
import org.vigie.node.shell.Visit;
import org.vigie.node.shell.Visits;

/** Writes the {@link Page} a controller returned. */
final class PageWriter implements HandlerMethodReturnValueHandler {

  private final Pages pages;

  PageWriter(Pages pages) {
    this.pages = pages;
  }

  @Override
  public boolean supportsReturnType(MethodParameter type) {
    return type.getParameterType() == Page.class;
  }

  @Override
  public void handleReturnValue(
      @Nullable Object value,
      MethodParameter type,
      ModelAndViewContainer container,
      NativeWebRequest web)
      throws Exception {
    container.setRequestHandled(true);
    var request = web.getNativeRequest(HttpServletRequest.class);
    var response = web.getNativeResponse(HttpServletResponse.class);
    if (!(value instanceof Page page) || request == null || response == null) {
      throw new IllegalStateException("a controller returned no page");
    }
    Visits.uploadEnded(request, page.status() < 400);
    pages.write(page, Visit.of(request), response);
  }
}
