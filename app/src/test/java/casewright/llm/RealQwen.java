package casewright.llm;

import casewright.assets.Assets;
import java.nio.file.Path;

/// The real Qwen in its real server, for tests of other packages.
public final class RealQwen implements AutoCloseable {

    private final ModelServer server;

    private RealQwen(ModelServer server) {
        this.server = server;
    }

    public static boolean isThere(Assets assets) {
        return assets.model().isPresent() && assets.server().isPresent();
    }

    public static RealQwen start(Assets assets, Path folder) {
        return new RealQwen(new ModelServer(ModelSettingsExamples.embedded(), assets, folder));
    }

    public LanguageModel model() {
        return new QwenModel(ModelSettingsExamples.embedded(), server);
    }

    @Override
    public void close() {
        server.close();
    }
}
