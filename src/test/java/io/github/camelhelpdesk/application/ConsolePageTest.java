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

import java.util.regex.Pattern;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** The first view of the page as a person meets it, in Chromium. */
@QuarkusTest
@TestProfile(KnownLedgerProfile.class)
class ConsolePageTest extends BrowserTestBase {

    @Inject
    KnownLedger ledger;

    @BeforeEach
    void openPage() {
        ledger.deliver(10);
        open("");
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
        onAPhoneInTheDark();
        page.locator("button").click();
        assertThat(page.locator("tbody tr")).hasCount(3);
        screenshot("console-dark-phone.png");

        assertThat(pageWidth()).isLessThanOrEqualTo(PHONE_WIDTH);
    }

    @Test
    void newsIsSpokenToScreenReaders() {
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("support: 1214 delivered, 1 parked.");
    }

    @Test
    void failureToAnswerIsSaid() {
        page.route("**/api/links", route -> route.abort());

        assertThat(page.getByRole(AriaRole.ALERT)).hasText(Pattern.compile(
                "The application does not answer since \\d\\d:\\d\\d:\\d\\d GMT\\+9\\..*"));
        screenshot("console-silent.png");

        page.unroute("**/api/links");

        assertThat(page.locator("#failure")).isHidden();
    }
}
