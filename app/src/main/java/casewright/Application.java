package casewright;

import casewright.evaluation.Commands;
import casewright.refusal.RefusedException;
import casewright.refusal.UnavailableException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.scheduling.annotation.EnableScheduling;

/// `run` starts the service; every other first argument is a command that does its work and ends.
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class Application {

    public static void main(String[] arguments) {
        boolean service = arguments.length == 0 || arguments[0].startsWith("--") || arguments[0].equals("run");
        if (service) serve(arguments.length > 0 && arguments[0].equals("run") ? Arrays.copyOfRange(arguments, 1, arguments.length) : arguments);
        else System.exit(command(arguments[0], List.of(arguments).subList(1, arguments.length)));
    }

    private static void serve(String[] arguments) {
        // Passwords are shown here once and go nowhere else: standard output, never a log.
        SpringApplication.run(Application.class, arguments).getBean(FirstStart.class).greet(System.out);
    }

    private static int command(String name, List<String> arguments) {
        try {
            return switch (name) {
                case "extract" -> Commands.extract(arguments, System.out);
                case "prepare-vocabulary" -> Commands.prepareVocabulary();
                default -> inContext(name, arguments);
            };
        } catch (RefusedException e) {
            System.err.println(e.text());
            return 2;
        } catch (UnavailableException e) {
            System.err.println(e.text());
            return 3;
        } catch (IOException e) {
            System.err.println("A file could not be read or written: " + e.getMessage());
            return 3;
        }
    }

    private static int inContext(String name, List<String> arguments) throws IOException {
        SpringApplication application = new SpringApplication(Application.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setAdditionalProfiles("command");
        try (ConfigurableApplicationContext context = application.run(arguments.toArray(String[]::new))) {
            return new Commands(context, System.out).run(name, arguments);
        }
    }
}
