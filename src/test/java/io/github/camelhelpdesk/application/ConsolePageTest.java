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

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** The page as a person meets it, in Chromium. Needs Debian's chromium; skipped where there is none. */
@QuarkusTest
@TestProfile(KnownLedgerProfile.class)
class ConsolePageTest {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final List<String> FLAGS = List.of("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
            "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");
    private static final int PHONE_WIDTH = 360;

    private static Playwright playwright;
    private static Browser browser;

    @TestHTTPResource("/")
    URL console;
    @Inject
    KnownLedger ledger;
    private Page page;

    @BeforeAll
    static void startBrowser() {
        assumeTrue(Files.isExecutable(CHROMIUM), "Skipped: there is no browser at " + CHROMIUM);
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

    @BeforeEach
    void openPage() {
        ledger.deliver(10);
        page = browser.newPage(new Browser.NewPageOptions().setTimezoneId("Asia/Seoul").setLocale("en-GB"));
        page.navigate(console.toString());
    }

    @AfterEach
    void closePage() {
        page.close();
    }

    @Test
    void countsChangeWithoutAReload() {
        Locator delivered = page.locator("[data-count=delivered]").first();
        assertThat(delivered).hasText("10");

        ledger.deliver(11);

        assertThat(delivered).hasText("11");
        assertThat(page.locator("[data-count=lag]").first()).hasText("4 s");
        assertThat(page.locator("#updated")).containsText("GMT+9");
    }

    @Test
    void messagesOpenByKeyboardAndShowWhereEachOneIs() {
        Locator button = page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Show messages of support"));
        button.focus();
        page.keyboard().press("Enter");

        Locator rows = page.locator("tbody tr");
        assertThat(rows).hasCount(3);
        assertThat(rows.nth(1)).containsText("confirmed");
        assertThat(rows.nth(1)).containsText("5f1b / 63f09c");
        assertThat(rows.nth(1)).containsText("17 / 4711, 4712");
        assertThat(rows.nth(1).locator("time").first()).hasText(Pattern.compile("01/03/2026, 18:59:58 GMT\\+9"));
        assertThat(page.locator("button")).hasAttribute("aria-expanded", "true");
        assertThat(page.locator("caption")).containsText("Asia/Seoul");
        screenshot("console-light.png");
    }

    @Test
    void nothingSticksOutOnAPhoneInTheDark() {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.setViewportSize(PHONE_WIDTH, 740);
        page.locator("button").click();
        assertThat(page.locator("tbody tr")).hasCount(3);
        screenshot("console-dark-phone.png");

        int width = (int) page.evaluate("document.documentElement.scrollWidth");

        assertThat(width).isLessThanOrEqualTo(PHONE_WIDTH);
    }

    @Test
    void newsIsSpokenToScreenReaders() {
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("support: 1214 delivered, 1 parked.");
    }

    @Test
    void failureToAnswerIsSaid() {
        page.route("**/api/links", route -> route.abort());

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("does not answer");
    }

    private void screenshot(String name) {
        page.screenshot(new ScreenshotOptions().setPath(Path.of("target", name)).setFullPage(true));
    }
}
