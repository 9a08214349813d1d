package casewright.database;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import java.time.Clock;

/// The embedded server unless the company's own is named by `spring.datasource.url`.
@Configuration(proxyBeanMethods = false)
class DatabaseSetup {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "__embedded__")
    static class Embedded {

        @Bean
        @ConditionalOnMissingBean(JdbcConnectionDetails.class)
        EmbeddedDatabase embeddedDatabase(DataFolder data, Environment environment) {
            return EmbeddedDatabase.start(data, environment.acceptsProfiles(Profiles.of("command")));
        }
    }
}
