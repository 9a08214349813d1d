package casewright.assets;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/// What the launcher put into its cache. A path is present only when the file or folder exists.
///
/// @param model     the weights, a GGUF file; `<file>.sha256` beside it holds the digest that the launcher verified
/// @param server    the folder that holds the Python package of the model server
/// @param drugNames a table of drug names: name, ingredient, kind (brand, ingredient, synonym), lists that know it; tabs between
/// @param chineseText Tesseract's data of simplified Chinese
public record Assets(Optional<Path> model, Optional<Path> server, Optional<Path> drugNames, Optional<Path> chineseText) {

    /// From `casewright.assets.*`, else from the launcher's cache.
    public static Assets of(Environment environment) {
        return find(environment::getProperty);
    }

    /// For tests that start no Spring: from `CASEWRIGHT_ASSETS_*`, else from the launcher's cache.
    public static Assets ofThisMachine() {
        return find(name -> System.getenv(name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_")));
    }

    private static Assets find(Function<String, @Nullable String> setting) {
        Properties cached = listInCache();
        return new Assets(place("model", setting, cached), place("server", setting, cached), place("drug-names", setting, cached), place("chinese-text", setting, cached));
    }

    private static Optional<Path> place(String name, Function<String, @Nullable String> setting, Properties cached) {
        return Optional.ofNullable(setting.apply("casewright.assets." + name))
                .or(() -> Optional.ofNullable(cached.getProperty(name)))
                .map(Path::of)
                .filter(Files::exists);
    }

    private static Properties listInCache() {
        Properties properties = new Properties();
        String named = System.getenv("CASEWRIGHT_CACHE");
        Path list = (named == null ? Path.of(System.getProperty("user.home"), ".cache", "casewright") : Path.of(named)).resolve("assets.properties");
        if (Files.exists(list)) {
            try (Reader reader = Files.newBufferedReader(list)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new IllegalStateException("The launcher's list " + list + " cannot be read", e);
            }
        }
        return properties;
    }
}
