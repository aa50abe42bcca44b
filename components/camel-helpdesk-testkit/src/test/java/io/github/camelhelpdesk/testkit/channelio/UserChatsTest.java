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
package io.github.camelhelpdesk.testkit.channelio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.testkit.http.TestClient;

class UserChatsTest extends ChannelioTestBase {

    @Test
    void openedIsTheDefaultStateAndEachStateIsAskedForByItself() {
        String open = simulator.openUserChat("Zoe");
        String closed = simulator.openUserChat("Max");
        String snoozed = simulator.openUserChat("Kim");
        simulator.closeUserChat(closed);
        simulator.snoozeUserChat(snoozed);
        assertThat(ids(client.json("/user-chats").path("userChats"))).containsExactly(open);
        assertThat(ids(client.json("/user-chats?state=closed").path("userChats"))).containsExactly(closed);
        assertThat(ids(client.json("/user-chats?state=snoozed").path("userChats"))).containsExactly(snoozed);
        assertThat(client.get("/user-chats?state=all").statusCode()).isEqualTo(422);
    }

    @Test
    void chatsAreListedByTheirLastChangeAndMayMoveBetweenPages() {
        List<String> chats = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            chats.add(simulator.openUserChat("Customer " + i));
            simulator.clock().advance(Duration.ofSeconds(1));
        }
        JsonNode first = client.json("/user-chats?limit=2");
        assertThat(ids(first.path("userChats"))).containsExactly(chats.get(2), chats.get(1));
        simulator.writeAsCustomer(chats.get(0), "moves to the top");
        JsonNode second = client.json("/user-chats?limit=2&since=" + encode(first.path("next").asText()));
        assertThat(ids(second.path("userChats"))).isEmpty();
        assertThat(ids(client.json("/user-chats?limit=2").path("userChats")).get(0)).isEqualTo(chats.get(0));
    }

    @Test
    void theListBringsUsersManagersAndTheLatestMessageOfEachChat() {
        String chat = simulator.openUserChat("Zoe", "zoe@mail.example", "+4912345678");
        simulator.writeAsCustomer(chat, "first");
        String last = simulator.writeAsManager(chat, "second");
        JsonNode list = client.json("/user-chats");
        assertThat(ids(list.path("messages"))).containsExactly(last);
        assertThat(list.path("users").get(0).path("profile").path("email").asText()).isEqualTo("zoe@mail.example");
        assertThat(list.path("users").get(0).path("type").asText()).isEqualTo("lead");
        assertThat(ids(list.path("managers"))).containsExactly(simulator.managerId());
    }

    @Test
    void aCustomerWhoWritesOpensTheChatAgain() {
        String chat = simulator.openUserChat("Zoe");
        simulator.closeUserChat(chat);
        simulator.writeAsCustomer(chat, "still there?");
        assertThat(client.json("/user-chats/" + chat).path("userChat").path("state").asText()).isEqualTo("opened");
    }

    @Test
    void stateChangesNeedABotNameAndLeaveALogEntry() {
        String chat = simulator.openUserChat("Zoe");
        assertThat(send("PATCH", "/user-chats/" + chat + "/close", null).statusCode()).isEqualTo(422);
        assertThat(send("PATCH", "/user-chats/" + chat + "/close?botName=Relay", null).statusCode()).isEqualTo(200);
        assertThat(simulator.userChats().get(0).state()).isEqualTo("closed");
        assertThat(send("PUT", "/user-chats/" + chat + "/open?botName=Relay", null).statusCode()).isEqualTo(200);
        assertThat(simulator.userChats().get(0).state()).isEqualTo("opened");
        assertThat(simulator.messages(chat)).extracting(ChannelioMessage::logAction).containsExactly("close", "open");
    }

    @Test
    void snoozeTakesAnIsoDuration() {
        String chat = simulator.openUserChat("Zoe");
        String path = "/user-chats/" + chat + "/snooze?botName=Relay";
        assertThat(send("PUT", path + "&duration=24h", null).statusCode()).isEqualTo(422);
        assertThat(send("PUT", path + "&duration=PT24H", null).statusCode()).isEqualTo(200);
        assertThat(simulator.userChats().get(0).state()).isEqualTo("snoozed");
    }

    @Test
    void aMemberIsUpsertedUnderTheSitesOwnIdAndReadByEither() {
        String member = "/users/@" + encode("helpdesk/one:7");
        JsonNode created = TestClient.json(send("PUT", member,
                "{\"profile\":{\"name\":\"Zoe\",\"email\":\"zoe@mail.example\"},\"tags\":[\"vip\"]}")).path("user");
        JsonNode updated = TestClient.json(send("PUT", member,
                "{\"profile\":{\"name\":\"Zoe B\"},\"profileOnce\":{\"email\":\"other@mail.example\",\"city\":\"Ulm\"}}"))
                .path("user");
        assertThat(created.path("memberId").asText()).isEqualTo("helpdesk/one:7");
        assertThat(updated.path("id")).isEqualTo(created.path("id"));
        assertThat(updated.path("name").asText()).isEqualTo("Zoe B");
        assertThat(updated.path("profile").path("email").asText()).isEqualTo("zoe@mail.example");
        assertThat(updated.path("profile").path("city").asText()).isEqualTo("Ulm");
        assertThat(client.json(member).path("user"))
                .isEqualTo(client.json("/users/" + created.path("id").asText()).path("user"));
        assertThat(client.get("/users/@nobody").statusCode()).isEqualTo(404);
        assertThat(simulator.users()).hasSize(1);
    }

    @Test
    void aUsersChatsAreListedWithARequiredOrder() {
        String user = TestClient.json(send("PUT", "/users/@m1", "{\"profile\":{\"name\":\"Zoe\"}}")).path("user").path("id")
                .asText();
        String first = TestClient.json(post("/users/" + user + "/user-chats", null)).path("userChat").path("id").asText();
        String second = TestClient.json(post("/users/" + user + "/user-chats", null)).path("userChat").path("id").asText();
        assertThat(client.get("/users/" + user + "/user-chats").statusCode()).isEqualTo(422);
        assertThat(pages("/users/" + user + "/user-chats?sortOrder=desc&limit=1", "userChats"))
                .containsExactly(List.of(second), List.of(first));
        assertThat(post("/users/unknown/user-chats", null).statusCode()).isEqualTo(404);
    }

    @Test
    void peopleAndTheChannelAreReadable() {
        assertThat(client.json("/channel").path("channel").path("id").asText()).isEqualTo(simulator.channelId());
        assertThat(ids(client.json("/managers").path("managers"))).containsExactly(simulator.managerId());
        assertThat(client.json("/managers/" + simulator.managerId()).path("manager").path("name").asText())
                .isEqualTo("Mia Manager");
        assertThat(client.get("/managers/1").statusCode()).isEqualTo(404);
        simulator.writeAsBot(simulator.openUserChat("Zoe"), "Greeter", "hi");
        assertThat(client.json("/bots").path("bots").get(0).path("name").asText()).isEqualTo("Greeter");
    }
}
