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

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.LocatorOptions;
import com.microsoft.playwright.options.AriaRole;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** The views of conversations as a support team meets them, in Chromium, over a real ledger. */
@QuarkusTest
@TestProfile(KnownLedgerProfile.class)
class ConversationPageTest extends BrowserTestBase {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String CHATWOOT = "chatwoot/host/1";
    private static final String CHANNELIO = "channelio/ch";

    @Inject
    KnownConversations ledger;
    private String chat;
    private String conversation;
    private String customer;

    /** Each test has a conversation of its own: a question that was sent, its answer that was sent. */
    @BeforeEach
    void talk() {
        int number = NUMBER.incrementAndGet();
        chat = "5f1b" + number;
        conversation = "17" + number;
        customer = "Mina Park (" + number + ")";
        ledger.confirm(ledger.ask(chat, "63f0", customer, "Hello, where is my parcel?"), CHATWOOT, conversation, "4711");
        ledger.join(chat, conversation);
        ledger.confirm(ledger.answer(conversation, "4712", customer, "Good morning! It left our store on Monday."), CHANNELIO,
                chat, "63f1");
    }

    @Test
    void conversationIsReachedByMouseAndReloaded() {
        open("");
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Conversations of support")).click();
        assertThat(entry()).containsText("Up to date");
        assertThat(entry()).containsText("Channel.io " + chat + "↔Chatwoot " + conversation);
        assertThat(entry()).containsText("1 written in Channel.io, 1 written in Chatwoot");
        entry().click();

        assertThat(page.locator("h2")).hasText(customer);
        assertThat(page.locator(".left")).containsText("Channel.ioID " + chat);
        assertThat(page.locator(".right")).containsText("ChatwootID " + conversation);
        assertThat(page.locator(".right")).containsText("1 written here");
        assertThat(rows()).hasCount(2);
        assertSideBySide(rows().nth(0), true);
        assertSideBySide(rows().nth(1), false);
        assertThat(rows().nth(0).locator(".copy")).hasText(Pattern.compile(
                "Hello, where is my parcel\\?Sent to Chatwoot\\d\\d:\\d\\d:\\d\\d GMT\\+9ID 4711"));

        page.reload();

        assertThat(page.locator("h2")).hasText(customer);
        assertThat(rows()).hasCount(2);
    }

    /** The original in the column of its side, the copy at the same height in the other. */
    private void assertSideBySide(Locator row, boolean fromLeft) {
        assertThat(row.locator(".original").boundingBox().y).isEqualTo(row.locator(".copy").boundingBox().y);
        assertThat(row.locator(".original").boundingBox().x < row.locator(".copy").boundingBox().x).isEqualTo(fromLeft);
    }

    @Test
    void everythingIsReachedByKeyboardAlone() {
        open("");
        assertThat(page.locator("a.open")).isVisible();
        tabTo("Conversations of support");
        page.keyboard().press("Enter");
        assertThat(page.locator("h2")).isFocused();
        page.keyboard().press("Tab");
        assertThat(page.getByRole(AriaRole.SEARCHBOX)).isFocused();
        page.keyboard().type(customer);
        assertThat(page.locator("a.conversation")).hasCount(1);
        page.keyboard().press("Tab");
        assertThat(page.locator("a.conversation")).isFocused();
        assertThat((String) page.evaluate("getComputedStyle(document.activeElement).outlineStyle")).isEqualTo("solid");
        page.keyboard().press("Enter");
        assertThat(rows()).hasCount(2);
        assertThat(page.locator("h2")).isFocused();

        page.keyboard().press("Escape");

        assertThat(page.locator("a.conversation[href='#/support/channelio/" + chat + "']")).isFocused();
        page.keyboard().press("Escape");
        assertThat(page.locator("a.open")).isVisible();
    }

    private void tabTo(String name) {
        for (int i = 0; i < 10; i++) {
            page.keyboard().press("Tab");
            if (name.equals(page.evaluate("document.activeElement.getAttribute('aria-label')"))) {
                return;
            }
        }
        throw new AssertionError("Tab does not reach " + name);
    }

    @Test
    void newMessagesAndTheirWayAppearWithoutAReload() {
        openConversation();
        assertThat(rows()).hasCount(2);

        long row = ledger.ask(chat, "63f2", customer, "And when will it be here?");
        assertThat(rows()).hasCount(3);
        assertThat(rows().nth(2).locator(".original")).containsText("And when will it be here?");
        assertThat(rows().nth(2).locator(".copy")).hasText("Waiting to be sent to Chatwoot");
        assertThat(page.locator(".title")).containsText("1 waiting to be sent");
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("New from " + customer + " in Channel.io.");

        ledger.confirm(row, CHATWOOT, conversation, "4713");
        assertThat(rows().nth(2).locator(".copy")).containsText("Sent to Chatwoot");
        assertThat(page.locator(".title")).containsText("Up to date");

        ledger.park(ledger.answer(conversation, "4714", customer, "Tomorrow."), "Channel.io answered 422 on chat " + chat);
        assertThat(rows().nth(3).locator(".copy")).hasText(Pattern.compile(
                "Parked: not sent to Channel.io until a person decides\\d\\d:.*Channel.io answered 422 on chat " + chat));
        assertThat(page.locator(".title")).containsText("1 parked, needs a person");
        page.waitForFunction("scrollY + innerHeight >= document.documentElement.scrollHeight - 1");
        screenshot("conversation-light.png");
    }

    @Test
    void conversationWithTheNewestMessageMovesToTheTopAndFocusStays() {
        ledger.ask(chat + "-b", "1", "Another customer", "Hello");
        open("#/support");
        entry().focus();

        ledger.ask(chat, "63f2", customer, "Are you there?");

        assertThat(page.locator("a.conversation").first()).containsText(customer);
        assertThat(page.locator("a.conversation").first()).containsText("1 waiting to be sent");
        assertThat(entry()).isFocused();
        screenshot("conversations-light.png");
    }

    @Test
    void readerWhoHasScrolledUpStaysThereAndIsTold() {
        for (int i = 0; i < 40; i++) {
            ledger.ask(chat, "many" + i, customer, "Line " + i);
        }
        openConversation();
        assertThat(rows()).hasCount(42);
        page.evaluate("scrollTo(0, 300)");

        ledger.ask(chat, "last", customer, "The last line");

        Locator below = page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("New messages below"));
        assertThat(below).isVisible();
        assertThat((Number) page.evaluate("scrollY")).isEqualTo(300);
        below.click();
        assertThat(rows().last()).isInViewport();
        assertThat(below).isHidden();
    }

    @Test
    void textOfPeopleIsNeverMarkup() {
        List<String> dialogs = new ArrayList<>();
        String attack = "<img src=x onerror=alert(1)><script>alert(2)</script>";
        ledger.ask(chat, "63f2", attack, attack);
        openConversation();
        page.onDialog(dialog -> {
            dialogs.add(dialog.message());
            dialog.dismiss();
        });

        assertThat(rows().nth(2).locator(".original .text")).hasText(attack);
        page.navigate(console + "#/support");
        assertThat(page.locator("a.conversation").first()).isVisible();
        assertThat(page.locator("main img, main script")).hasCount(0);
        assertThat(dialogs).isEmpty();
        String policy = page.request().get(console.toString()).headers().get("content-security-policy");
        assertThat(policy).contains("default-src 'none'", "script-src 'self'").doesNotContain("unsafe");
    }

    @Test
    void nothingSticksOutOnAPhoneInTheDark() {
        ledger.confirm(ledger.ask(chat, "63f2", customer, "https://shop.example/" + "abcdefghij".repeat(20)), CHATWOOT,
                conversation, "4713");
        ledger.confirm(ledger.answer(conversation, "4714", customer, "نعم، هذا ممكن في جميع المدن."), CHANNELIO, chat, "63f3");
        ledger.park(ledger.ask(chat, "63f4", customer, "A long text. ".repeat(40)), "Chatwoot answered 422: " + "x".repeat(80));
        openConversation();
        onAPhoneInTheDark();
        assertThat(rows()).hasCount(5);

        assertThat(pageWidth()).isLessThanOrEqualTo(PHONE_WIDTH);
        assertThat(rows().nth(0)).containsText("in Channel.io");
        assertThat(rows().nth(0).locator(".where")).isVisible();
        assertThat(rows().nth(0).locator(".copy")).containsText("Sent to Chatwoot");
        assertThat((String) page.evaluate("getComputedStyle(document.querySelectorAll('.original .text')[3]).direction"))
                .isEqualTo("rtl");
        screenshot("conversation-dark-phone.png");
        page.navigate(console + "#/support");
        assertThat(entry()).isVisible();
        assertThat(pageWidth()).isLessThanOrEqualTo(PHONE_WIDTH);
        screenshot("conversations-dark-phone.png");
    }

    @Test
    void silenceOfTheApplicationIsSaidAndWhatWasReadStays() {
        openConversation();
        assertThat(rows()).hasCount(2);
        page.route("**/api/**", route -> route.abort());

        assertThat(page.getByRole(AriaRole.ALERT)).hasText(Pattern.compile(
                "The application does not answer since \\d\\d:\\d\\d:\\d\\d GMT\\+9\\..*"));
        assertThat(rows()).hasCount(2);
        page.unroute("**/api/**");
        assertThat(page.locator("#failure")).isHidden();
    }

    @Test
    void unknownAddressesAndEmptyListsAreSaidPlainly() {
        open("#/support/channelio/nobody");
        assertThat(page.locator("h2")).hasText("No such conversation");
        assertThat(page.locator(".note")).containsText("No message of such a conversation");
        page.navigate(console + "#/nolink");
        assertThat(page.locator(".note")).hasText("There is no link of that name. Known links: support");
        page.navigate(console + "#/support");
        page.getByRole(AriaRole.SEARCHBOX).fill("nobody of that name");
        assertThat(page.locator(".note")).hasText(
                "No conversation has “nobody of that name” in its customer's name or in its ids.");
        page.navigate(console + "#/%E0%A4%A");
        assertThat(page.locator("a.open")).isVisible();
    }

    @Test
    void whatHasNotChangedIsNotSentAgain() {
        List<Integer> answers = new ArrayList<>();
        openConversation();
        assertThat(rows()).hasCount(2);
        page.onResponse(response -> answers.add(response.status()));

        // What is still on its way when the page is opened changes it once more.
        page.waitForCondition(() -> answers.lastIndexOf(304) > 0 && answers.get(answers.lastIndexOf(304) - 1) == 304);

        assertThat(answers).containsSequence(304, 304);
    }

    private void openConversation() {
        open("#/support/channelio/" + chat);
    }

    private Locator entry() {
        return page.locator("a.conversation", new LocatorOptions().setHasText(customer));
    }

    private Locator rows() {
        return page.locator("li.row");
    }
}
