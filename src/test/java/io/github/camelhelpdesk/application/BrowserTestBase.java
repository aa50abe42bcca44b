/*
 * Licensed under the Apache License, Version 2.0 (the "License"); you may not use this file
 * except in compliance with the License. You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software distributed under the
 * License is distributed on an "AS IS" BASIS, WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND,
 * either express or implied. See the License for the specific language governing permissions
 * and limitations under the License.
 */
package io.github.camelhelpdesk.application;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;

import io.quarkus.test.common.http.TestHTTPResource;

/** A page in Debian's chromium, of a reader in Korea; skipped where there is none. */
abstract class BrowserTestBase {

    static final int PHONE_WIDTH = 375;

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final List<String> FLAGS = List.of("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
            "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");

    /** What is waited for comes with the next poll of the page, on a loaded machine seconds later. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static Playwright playwright;
    private static Browser browser;

    @TestHTTPResource("/")
    URL console;
    Page page;

    @BeforeAll
    static void startBrowser() {
        assumeTrue(Files.isExecutable(CHROMIUM), "Skipped: there is no browser at " + CHROMIUM);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
        playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new LaunchOptions().setExecutablePath(CHROMIUM).setArgs(FLAGS));
    }

    @AfterAll
    static void stopBrowser() {
        if (playwright != null) {
            playwright.close();
        }
    }

    void open(String address) {
        page = browser.newPage(new Browser.NewPageOptions().setTimezoneId("Asia/Seoul").setLocale("en-GB"));
        page.setDefaultTimeout(PATIENCE.toMillis());
        page.navigate(console + address);
    }

    @AfterEach
    void closePage() {
        if (page != null) {
            page.close();
        }
    }

    void onAPhoneInTheDark() {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.setViewportSize(PHONE_WIDTH, 740);
    }

    int pageWidth() {
        return (int) page.evaluate("document.documentElement.scrollWidth");
    }

    void screenshot(String name) {
        page.screenshot(new ScreenshotOptions().setPath(Path.of("target", name)).setFullPage(true));
    }
}
