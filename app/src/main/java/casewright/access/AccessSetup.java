package casewright.access;

import static casewright.access.Role.ADMINISTRATOR;
import static casewright.access.Role.AUDITOR;
import static casewright.access.Role.OFFICER;
import static casewright.access.Role.REVIEWER;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/// Who may call what. One list for pages and API; rules on a single case (separation of duties) are with the step that holds them.
@Configuration(proxyBeanMethods = false)
public class AccessSetup {

    /// No address outside the machine, no inline script or style; WebAssembly for PDF.js.
    static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self'; "
            + "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    @Bean
    PasswordEncoder passwordEncoder() {
        return new BCryptPasswordEncoder();
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication
    static class Web {

        @Bean
        AuthenticationManager signIn(People people, PasswordEncoder encoder, SignInThrottle throttle, SignInTrail trail, AuthenticationEventPublisher events) {
            DaoAuthenticationProvider passwords = new DaoAuthenticationProvider(people);
            passwords.setPasswordEncoder(encoder);
            ProviderManager manager = new ProviderManager(new ThrottledSignIn(passwords, throttle, trail));
            manager.setAuthenticationEventPublisher(events);
            return manager;
        }

        @Bean
        SecurityFilterChain filters(HttpSecurity http, People people, AuthenticationManager signIn) throws Exception {
            String[] caseReaders = {OFFICER.name(), REVIEWER.name(), AUDITOR.name()};
            http.authenticationManager(signIn).authorizeHttpRequests(rules -> rules
                    .requestMatchers("/sign-in", "/webjars/**", "/static/**", "/favicon.ico", "/actuator/health/**", "/error").permitAll()
                    .requestMatchers("/actuator/**", "/admin/**").hasRole(ADMINISTRATOR.name())
                    .requestMatchers("/trail/**", "/api/trail/**").hasRole(AUDITOR.name())
                    .requestMatchers("/upload", "/cases/*/arrival", "/cases/*/void", "/cases/*/confirm-no-case", "/cases/*/overturn-no-case", "/cases/*/retry",
                            "/cases/*/documents/*/password", "/cases/*/documents/*/leave-out").hasRole(OFFICER.name())
                    .requestMatchers(HttpMethod.POST, "/api/documents").hasRole(OFFICER.name())
                    .requestMatchers("/cases/*/duplicate", "/cases/*/edit", "/citations/**").hasAnyRole(OFFICER.name(), REVIEWER.name())
                    .requestMatchers(HttpMethod.POST, "/cases/*/corrections", "/api/cases/*/corrections").hasAnyRole(OFFICER.name(), REVIEWER.name())
                    .requestMatchers("/cases/*/return", "/cases/*/sign", "/cases/*/approve").hasRole(REVIEWER.name())
                    .requestMatchers(HttpMethod.POST, "/cases/**", "/api/cases/**").hasRole(REVIEWER.name())
                    .requestMatchers("/api/openapi/**").authenticated()
                    .requestMatchers("/queue", "/search/**", "/cases/**", "/documents/**", "/api/**").hasAnyRole(caseReaders)
                    .requestMatchers("/", "/password", "/sign-out").authenticated()
                    // What is not in this list is nobody's: a new route needs its line.
                    .anyRequest().access(UnknownAddress::refused))
                    .formLogin(form -> form.loginPage("/sign-in").defaultSuccessUrl("/", true).failureHandler(WithoutDatabase::signInFailed).permitAll())
                    .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
                    .httpBasic(basic -> basic.authenticationEntryPoint(ApiAnswers::notSignedIn))
                    .exceptionHandling(errors -> errors
                            .defaultAuthenticationEntryPointFor(ApiAnswers::notSignedIn, PathPatternRequestMatcher.withDefaults().matcher("/api/**"))
                            .defaultAuthenticationEntryPointFor(new LoginUrlAuthenticationEntryPoint("/sign-in"), AnyRequestMatcher.INSTANCE)
                            .defaultAccessDeniedHandlerFor(ApiAnswers::notAllowed, PathPatternRequestMatcher.withDefaults().matcher("/api/**"))
                            // Spring takes a single handler for all addresses: without this one, browsers would be shown JSON.
                            .defaultAccessDeniedHandlerFor(UnknownAddress::answer, AnyRequestMatcher.INSTANCE))
                    .addFilterBefore(new WithoutDatabase(), SecurityContextHolderFilter.class)
                    .addFilterAfter(new StillWelcome(people), SecurityContextHolderFilter.class)
                    // A request that carries its credentials itself cannot be forged by another page; the browser's session can.
                    .csrf(csrf -> csrf.ignoringRequestMatchers(request -> request.getRequestURI().startsWith("/api/")
                            && String.valueOf(request.getHeader("Authorization")).startsWith("Basic ")))
                    .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY)).referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)));
            return http.build();
        }
    }
}
