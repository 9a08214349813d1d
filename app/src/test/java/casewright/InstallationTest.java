package casewright;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The files of a real installation against what they install.
class InstallationTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final List<List<String>> COMPOSE = List.of(List.of("docker", "compose"), List.of("docker-compose"));

    @TempDir
    Path folder;

    private record Ended(int code, String output) {
    }

    private Ended run(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "output", ".txt");
        try {
            Process process = new ProcessBuilder(command).directory(ROOT.toFile()).redirectErrorStream(true).redirectOutput(output.toFile()).start();
            boolean ended = process.waitFor(60, TimeUnit.SECONDS);
            if (!ended) process.destroyForcibly();
            return new Ended(ended ? process.exitValue() : -1, Files.readString(output));
        } catch (IOException e) {
            return new Ended(-1, String.valueOf(e.getMessage()));
        }
    }

    private static List<String> with(List<String> command, String... more) {
        List<String> whole = new ArrayList<>(command);
        whole.addAll(List.of(more));
        return whole;
    }

    @Test
    void composeAcceptsTheFile() throws Exception {
        Optional<List<String>> compose = Optional.empty();
        for (List<String> command : COMPOSE) if (compose.isEmpty() && run(with(command, "version")).code() == 0) compose = Optional.of(command);
        Assumptions.assumeTrue(compose.isPresent(), "There is no docker compose on this machine: apt-get install docker-compose");

        Ended accepted = run(with(compose.get(), "-f", "docker-compose.yml", "config"));

        assertThat(accepted.code()).as(accepted.output()).isZero();
        assertThat(accepted.output()).contains("app:").contains("database:").contains("qwen:");
    }

    @Test
    void theImageCopiesOnlyWhatIsThereAndReachesTheBuild() throws IOException {
        List<String> ignored = Files.readAllLines(ROOT.resolve(".dockerignore"));
        List<String> copied = new ArrayList<>();
        Matcher copy = Pattern.compile("(?m)^COPY (?!--from)(\\S+) \\S+$").matcher(dockerfile());
        while (copy.find()) copied.add(copy.group(1));

        assertThat(copied).contains("pom.xml", "app", "retrieval").allSatisfy(path -> {
            assertThat(ROOT.resolve(path)).exists();
            assertThat(ignored).as("what .dockerignore lets through").anyMatch(line -> line.equals("!" + path) || line.startsWith("!" + path + "/"));
        });
    }

    @Test
    void theImageStartsTheServiceAsTheLauncherDoes() throws IOException {
        Matcher flags = Pattern.compile("(?m)^jvm_flags=\\((.*)\\)$").matcher(Files.readString(ROOT.resolve("casewright")));
        assertThat(flags.find()).isTrue();

        assertThat(flags.group(1).split(" ")).allSatisfy(flag -> assertThat(dockerfile()).contains("\"" + flag + "\""));
        assertThat(dockerfile()).contains("CMD [\"run\"]");
    }

    private static String dockerfile() throws IOException {
        return Files.readString(ROOT.resolve("Dockerfile"), StandardCharsets.UTF_8);
    }
}
