package casewright.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The head of the OpenAPI document at `/api/openapi`.
@Configuration(proxyBeanMethods = false)
class OpenApiSetup {

    @Bean
    OpenAPI openApi() {
        return new OpenAPI().info(new Info().title("Casewright").version("1").description("Case safety reports drafted from medical documents. Errors are problem+json (RFC 9457) with a detail for people."))
                .components(new Components().addSecuritySchemes("basic", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic")))
                .addSecurityItem(new SecurityRequirement().addList("basic"));
    }
}
