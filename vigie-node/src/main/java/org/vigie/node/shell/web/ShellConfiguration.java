package org.vigie.node.shell.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import jakarta.servlet.DispatcherType;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.vigie.node.ops.NodeSettings;
import org.vigie.node.shell.Beacon;
import org.vigie.node.shell.KeptForms;
import org.vigie.node.shell.MachineRoute;
import org.vigie.node.shell.Messages;
import org.vigie.node.shell.NavItem;
import org.vigie.node.shell.Pages;
import org.vigie.node.shell.Sessions;
import org.vigie.node.shell.UploadLimits;
import org.vigie.node.shell.Visits;

/**
 * Makes the frame. Spring Security's firewall and CSRF filter are wired by hand: nothing else of it
 * is used.
 */
@Configuration(proxyBeanMethods = false)
class ShellConfiguration {

  @Bean
  Messages messages() {
    return Messages.load();
  }

  @Bean
  TemplateEngine templates() {
    return TemplateEngine.createPrecompiled(ContentType.Html);
  }

  @Bean(destroyMethod = "endAll")
  Sessions sessions(InstantSource clock, SecureRandom random, NodeSettings settings) {
    return new Sessions(clock, random, settings.sessions().idle(), settings.sessions().absolute());
  }

  @Bean
  KeptForms keptForms() {
    return new KeptForms();
  }

  @Bean
  Sweeper sweeper(Sessions sessions) {
    return new Sweeper(sessions);
  }

  @Bean
  Visits visits(Sessions sessions, InstantSource clock, NodeSettings settings) {
    var limits = settings.limits();
    return new Visits(
        sessions,
        clock,
        new UploadLimits(limits.fileBytes(), limits.fieldBytes(), limits.parts()),
        settings.locale());
  }

  @Bean
  Pages pages(
      TemplateEngine templates,
      Messages messages,
      ObjectProvider<NavItem> navigation,
      ObjectProvider<Beacon> beacons,
      KeptForms keptForms,
      SecureRandom random,
      NodeSettings settings) {
    return new Pages(
        templates,
        messages,
        navigation.stream().toList(),
        beacons.stream().toList(),
        keptForms,
        random,
        settings.leave());
  }

  @Bean
  FilterRegistrationBean<FilterChainProxy> filters(
      Visits visits, Errors errors, NodeSettings settings, ObjectProvider<MachineRoute> machines) {
    var signed = machines.stream().map(MachineRoute::path).collect(Collectors.toSet());
    var csrf = new CsrfFilter(new FormTokens());
    csrf.setRequestHandler(new CsrfTokenRequestAttributeHandler());
    csrf.setAccessDeniedHandler(errors);
    // A form with files proves itself with its first part, where Upload checks it (S-17).
    csrf.setRequireCsrfProtectionMatcher(request ->
        CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request)
            && !Visits.multipart(request)
            && !signed.contains(request.getRequestURI()));
    var chain =
        new DefaultSecurityFilterChain(
            AnyRequestMatcher.INSTANCE,
            new VisitFilter(visits),
            new StrangersBodies(TomcatConfiguration.longestForm(settings), errors),
            new SameSiteFilter(errors),
            csrf);
    var registration = new FilterRegistrationBean<>(new FilterChainProxy(chain));
    registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR));
    return registration;
  }

  /** What Spring MVC needs to know of our types. */
  @Configuration(proxyBeanMethods = false)
  @EnableWebMvc
  static class Mvc implements WebMvcConfigurer {

    private final KeptForms keptForms;
    private final Visits visits;
    private final Pages pages;
    private final InstantSource clock;

    Mvc(KeptForms keptForms, Visits visits, Pages pages, InstantSource clock) {
      this.keptForms = keptForms;
      this.visits = visits;
      this.pages = pages;
      this.clock = clock;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
      registry.addInterceptor(new AccessGate(keptForms, visits, clock));
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
      resolvers.add(new Parameters(visits));
    }

    @Override
    public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
      handlers.add(new PageWriter(pages));
    }
  }
}
