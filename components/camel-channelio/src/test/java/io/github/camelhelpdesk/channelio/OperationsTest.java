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
package io.github.camelhelpdesk.channelio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhelpdesk.channelio.model.ChannelioChannel;
import io.github.camelhelpdesk.channelio.model.ChannelioManager;
import io.github.camelhelpdesk.channelio.model.ChannelioMessage;
import io.github.camelhelpdesk.channelio.model.ChannelioUser;
import io.github.camelhelpdesk.channelio.model.ChannelioUserChat;
import io.github.camelhelpdesk.common.HelpdeskConstants;

class OperationsTest extends ChannelioTestBase {

    @Test
    void listMessagesGivesAllPagesOldestFirst() throws Exception {
        String chat = simulator.openUserChat("Ann");
        List<String> ids = IntStream.range(0, 620).mapToObj(i -> simulator.writeAsCustomer(chat, "m" + i)).toList();
        Exchange exchange = call("channelio:listMessages?userChatId=" + chat, null, Map.of());
        assertThat(messages(exchange)).extracting(ChannelioMessage::id).containsExactlyElementsOf(ids);
    }

    @Test
    void listMessagesGivesTheNewestWhenThereIsALimit() throws Exception {
        String chat = simulator.openUserChat("Ann");
        IntStream.range(0, 5).forEach(i -> simulator.writeAsCustomer(chat, "m" + i));
        Exchange exchange = call("channelio:listMessages?userChatId=" + chat, null, Map.of(ChannelioConstants.LIMIT, 2));
        assertThat(messages(exchange)).extracting(ChannelioMessage::plainText).containsExactly("m3", "m4");
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, -1, 100_001 })
    void limitOutOfRangeIsRefused(int limit) throws Exception {
        Exchange exchange = call("channelio:listManagers", null, Map.of(ChannelioConstants.LIMIT, limit));
        assertThat(exchange.getException()).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(ChannelioConstants.LIMIT);
    }

    @Test
    void listUserChatsGivesTheConversationsOfAState() throws Exception {
        String opened = simulator.openUserChat("Ann");
        String closed = simulator.openUserChat("Ben");
        simulator.closeUserChat(closed);
        assertThat(chats(Map.of())).extracting(ChannelioUserChat::id).containsExactly(opened);
        assertThat(chats(Map.of(ChannelioConstants.STATE, "closed"))).extracting(ChannelioUserChat::id)
                .containsExactly(closed);
    }

    @Test
    void listUserChatsGivesTheConversationsOfAUser() throws Exception {
        String chat = simulator.openUserChat("Ann");
        simulator.openUserChat("Ben");
        assertThat(chats(Map.of(ChannelioConstants.USER_ID, userOf(chat)))).extracting(ChannelioUserChat::id)
                .containsExactly(chat);
    }

    @Test
    void userOfAnotherProvidersMessageDoesNotCount() throws Exception {
        String chat = simulator.openUserChat("Ann");
        Exchange exchange = call("channelio:createUserChat", null,
                Map.of(ChannelioConstants.USER_ID, userOf(chat), HelpdeskConstants.PROVIDER, "chatwoot"));
        assertThat(exchange.getException()).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(ChannelioConstants.USER_ID);
    }

    @Test
    void stateOfAnotherAccountsMessageIsNotTakenForTheStateToList() throws Exception {
        String opened = simulator.openUserChat("Ann");
        assertThat(chats(Map.of(HelpdeskConstants.PROVIDER, "channelio", HelpdeskConstants.ACCOUNT, "another",
                ChannelioConstants.STATE, "sent"))).extracting(ChannelioUserChat::id).containsExactly(opened);
    }

    @Test
    void stateThatIsUnknownIsRefused() throws Exception {
        Exchange exchange = call("channelio:listUserChats", null, Map.of(ChannelioConstants.STATE, "open"));
        assertThat(exchange.getException()).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("snoozed");
    }

    @Test
    void getUserChatGivesTheConversationAndItsCustomer() throws Exception {
        String chat = simulator.openUserChat("Ann", "ann@example.org", null);
        Exchange exchange = call("channelio:getUserChat", null, Map.of(HelpdeskConstants.CONVERSATION_ID, chat));
        assertThat(exchange.getMessage().getBody(ChannelioUserChat.class).id()).isEqualTo(chat);
        assertThat(exchange.getMessage().getHeader(ChannelioConstants.USER, ChannelioUser.class).email())
                .isEqualTo("ann@example.org");
    }

    @Test
    void userCanBeUpsertedAndAConversationOpened() throws Exception {
        Exchange user = call("channelio:upsertUser", Map.of("name", "Ann", "email", "ann@example.org"),
                Map.of(ChannelioConstants.MEMBER_ID, "shop-17"));
        ChannelioUser ann = user.getMessage().getBody(ChannelioUser.class);
        assertThat(ann.memberId()).isEqualTo("shop-17");
        assertThat(ann.name()).isEqualTo("Ann");
        call("channelio:upsertUser", "{\"profile\":{\"name\":\"Ann B\"},\"tags\":[\"vip\"]}",
                Map.of(ChannelioConstants.MEMBER_ID, "shop-17"));
        assertThat(simulator.users()).hasSize(1).first().satisfies(stored -> {
            assertThat(stored.name()).isEqualTo("Ann B");
            assertThat(stored.profile()).containsEntry("email", "ann@example.org");
            assertThat(stored.tags()).containsExactly("vip");
        });
        Exchange chat = call("channelio:createUserChat", null, Map.of(ChannelioConstants.USER_ID, ann.id()));
        assertThat(chat.getMessage().getHeader(HelpdeskConstants.CONVERSATION_ID))
                .isEqualTo(simulator.userChats().get(0).id());
    }

    @ParameterizedTest
    @ValueSource(strings = { "channelio:upsertUser", "channelio:createUserChat", "channelio:getUserChat",
            "channelio:listMessages", "channelio:sendMessage" })
    void missingHeaderIsNamed(String uri) throws Exception {
        assertThat(call(uri, "x", Map.of()).getException()).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("CamelChannelio");
    }

    @Test
    void listManagersGivesTheManagers() throws Exception {
        List<?> managers = call("channelio:listManagers", null, Map.of()).getMessage().getBody(List.class);
        assertThat(managers).singleElement().isInstanceOfSatisfying(ChannelioManager.class,
                manager -> assertThat(manager.id()).isEqualTo(simulator.managerId()));
    }

    @Test
    void getChannelGivesTheAccount() throws Exception {
        ChannelioChannel channel = call("channelio:getChannel", null, Map.of()).getMessage().getBody(ChannelioChannel.class);
        assertThat(channel.id()).isEqualTo(simulator.channelId());
    }

    private List<ChannelioUserChat> chats(Map<String, Object> headers) throws Exception {
        List<?> body = call("channelio:listUserChats", null, headers).getMessage().getBody(List.class);
        return body.stream().map(ChannelioUserChat.class::cast).toList();
    }

    private String userOf(String chat) {
        return simulator.userChats().stream().filter(one -> one.id().equals(chat)).findFirst().orElseThrow().userId();
    }

    private static List<ChannelioMessage> messages(Exchange exchange) {
        List<?> body = exchange.getMessage().getBody(List.class);
        return body.stream().map(ChannelioMessage.class::cast).toList();
    }
}
