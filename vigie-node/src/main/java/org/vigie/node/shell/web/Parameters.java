package org.vigie.node.shell.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.vigie.node.shell.Form;
import org.vigie.node.shell.Upload;
import org.vigie.node.shell.Visit;
import org.vigie.node.shell.Visits;

/** Hands a controller its {@link Visit}, {@link Form} or {@link Upload}. */
final class Parameters implements HandlerMethodArgumentResolver {

  private final Visits visits;

  Parameters(Visits visits) {
    this.visits = visits;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    var type = parameter.getParameterType();
    return type == Visit.class || type == Form.class || type == Upload.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest web,
      @Nullable WebDataBinderFactory binders)
      throws Exception {
    var request = web.getNativeRequest(HttpServletRequest.class);
    if (request == null) {
      throw new IllegalStateException("not a servlet request");
    }
    if (parameter.getParameterType() == Visit.class) {
      return Visit.of(request);
    }
    return parameter.getParameterType() == Form.class ? Forms.of(request) : visits.upload(request);
  }
}
