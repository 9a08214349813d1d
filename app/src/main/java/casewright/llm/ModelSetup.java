package casewright.llm;

import casewright.assets.Assets;
import casewright.database.DataFolder;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/// The embedded server unless `casewright.model.base-url` names another one.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ModelSettings.class)
class ModelSetup {

    @Bean
    Assets assets(Environment environment) {
        return Assets.of(environment);
    }

    @Bean
    ModelHost modelHost(ModelSettings settings, Assets assets, DataFolder data, Clock clock) {
        if (!settings.isEmbedded()) return new CompanyServer(settings, clock);
        ModelServer server = new ModelServer(settings, assets, data.root().resolve("model"));
        if (settings.eager()) server.start();
        return server;
    }

    @Bean
    @ConditionalOnMissingBean
    LanguageModel languageModel(ModelSettings settings, ModelHost host) {
        return new QwenModel(settings, host);
    }

    /// Shown as "model" and part of readiness (`management.endpoint.health.group.readiness`).
    @Bean
    HealthIndicator modelHealthIndicator(ModelHost host) {
        return () -> {
            ModelState state = host.state();
            return switch (state.kind()) {
                case READY -> Health.up().build();
                case STARTING -> Health.outOfService().withDetail("reason", state.reason()).build();
                case AWAY -> Health.down().withDetail("reason", state.reason()).build();
            };
        };
    }
}
