package casewright;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ScreenshotCaret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// The machine's Chromium. Screenshots go to target/screenshots; what the pages complain of is kept.
final class TestBrowser implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final Playwright playwright;
    private final Browser browser;
    private final List<String> complaints = new ArrayList<>();

    private TestBrowser(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /// Skips the test where there is no Chromium.
    static TestBrowser start() {
        Optional<Path> chromium = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome").map(Path::of).filter(Files::isExecutable).findFirst();
        Assumptions.assumeTrue(chromium.isPresent(), "There is no Chromium on this machine: apt-get install chromium");
        Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(chromium.get()).setChromiumSandbox(false).setArgs(List.of("--disable-gpu",
                "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync")));
        return new TestBrowser(playwright, browser);
    }

    Page signIn(String address, String signIn, String password) {
        Page page = browser.newContext(new Browser.NewContextOptions().setViewportSize(1280, 800)).newPage();
        page.onConsoleMessage(message -> {
            // A refused correction answers 422 on purpose.
            if (message.type().equals("error") && !message.text().contains("422")) complaints.add(message.text());
        });
        page.navigate(address);
        shoot(page, "00-sign-in");
        page.locator("input[name=username]").fill(signIn);
        page.locator("input[name=password]").fill(password);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in")).click();
        page.locator(".who").waitFor();
        return page;
    }

    List<String> complaints() {
        return complaints;
    }

    /// With the caret as it is: hiding it would add a style that the page's policy forbids.
    static void shoot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")).setCaret(ScreenshotCaret.INITIAL));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
