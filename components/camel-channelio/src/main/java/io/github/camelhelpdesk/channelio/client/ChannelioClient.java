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
package io.github.camelhelpdesk.channelio.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.camelhelpdesk.channelio.model.ChannelioChannel;
import io.github.camelhelpdesk.channelio.model.ChannelioManager;
import io.github.camelhelpdesk.channelio.model.ChannelioMessage;
import io.github.camelhelpdesk.channelio.model.ChannelioMessageRequest;
import io.github.camelhelpdesk.channelio.model.ChannelioUser;
import io.github.camelhelpdesk.channelio.model.ChannelioUserChat;
import io.github.camelhelpdesk.channelio.model.ChannelioUserRequest;
import io.github.camelhelpdesk.channelio.model.ChannelioWebhook;
import io.github.camelhelpdesk.channelio.model.ChannelioWebhookRequest;
import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;
import io.github.camelhelpdesk.common.http.HttpAnswer;
import io.github.camelhelpdesk.common.http.HttpCall;
import io.github.camelhelpdesk.common.http.Item;
import io.github.camelhelpdesk.common.http.Transport;

/** The calls of the Open API v5 that this component makes. All of them throw {@link HelpdeskException}. */
public final class ChannelioClient {

    /** Path of the API below {@code baseUrl}. */
    public static final String API_PATH = "/open/v5";

    /** States of conversations; there is no way to ask for all at once. */
    public static final List<String> STATES = List.of("opened", "closed", "snoozed", "queued", "initial", "missed");

    private static final int MOST_ITEMS = 500;

    private final Transport transport;
    private volatile ChannelioChannel channel;

    /** @param transport makes the calls */
    public ChannelioClient(Transport transport) {
        this.transport = transport;
    }

    /** The channel that the key pair belongs to. */
    public HttpAnswer<ChannelioChannel> channel() {
        HttpAnswer<ChannelAnswer> answer = transport.send(HttpCall.get("/channel"), ChannelAnswer.class);
        ChannelioChannel found = answer.body().channel();
        require(found != null && found.id() != null, "GET /channel", "a channel with an id");
        return new HttpAnswer<>(answer.statusCode(), answer.date(), found);
    }

    /** Id of the channel, asked for once. */
    public String channelId() {
        return ownChannel().id();
    }

    /** Name of the channel's own bot, which a change of a conversation has to bear; asked for once. */
    private String ownBot() {
        String name = ownChannel().botName();
        require(name != null, "GET /channel", "the name of the channel's bot; set the option botName");
        return name;
    }

    private ChannelioChannel ownChannel() {
        if (channel == null) {
            channel = channel().body();
        }
        return channel;
    }

    /** Conversations in a state. */
    public HttpAnswer<UserChatsPage> userChats(String state, String cursor, int limit) {
        HttpCall call = HttpCall.get("/user-chats").with("state", state);
        return transport.send(page(call, "desc", cursor, limit), UserChatsPage.class);
    }

    /** Conversations of a user, newest first. */
    public HttpAnswer<UserChatsPage> userChatsOf(String userId, String cursor, int limit) {
        HttpCall call = HttpCall.get("/users/" + encoded(userId) + "/user-chats");
        return transport.send(page(call, "desc", cursor, limit), UserChatsPage.class);
    }

    /** A conversation and its customer. */
    public UserChatAnswer userChat(String userChatId) {
        HttpCall call = HttpCall.get("/user-chats/" + encoded(userChatId));
        return required(call, transport.send(call, UserChatAnswer.class).body());
    }

    /** A conversation and its customer, each as its JSON where it cannot be read as a whole. */
    public UserChatItem userChatItem(String userChatId) {
        HttpCall call = HttpCall.get("/user-chats/" + encoded(userChatId));
        UserChatItem answer = transport.send(call, UserChatItem.class).body();
        require(answer.userChat() != null, call.toString(), "a userChat");
        return answer;
    }

    /** Opens a conversation for a user. */
    public UserChatAnswer createUserChat(String userId) {
        HttpCall call = HttpCall.post("/users/" + encoded(userId) + "/user-chats", null);
        return required(call, transport.send(call, UserChatAnswer.class).body());
    }

    /**
     * Opens a conversation again; one that is open stays so.
     *
     * @param botName name of the bot that is shown as having done it; null for the channel's own
     */
    public UserChatAnswer openUserChat(String userChatId, String botName) {
        return change("PUT", userChatId, "open", botName);
    }

    /**
     * Closes a conversation; one that is closed stays so.
     *
     * @param botName name of the bot that is shown as having done it; null for the channel's own
     */
    public UserChatAnswer closeUserChat(String userChatId, String botName) {
        return change("PATCH", userChatId, "close", botName);
    }

    private UserChatAnswer change(String method, String userChatId, String change, String botName) {
        HttpCall call = new HttpCall(method, "/user-chats/" + encoded(userChatId) + "/" + change, List.of(), null)
                .with("botName", botName == null ? ownBot() : botName);
        return required(call, transport.send(call, UserChatAnswer.class).body());
    }

    /** Sets what agents see as the description of a conversation. */
    public void describe(String userChatId, String description) {
        transport.send(new HttpCall("PATCH", "/user-chats/" + encoded(userChatId), List.of(),
                Map.of("description", description)), Void.class);
    }

    /**
     * Messages of a conversation.
     *
     * @param sortOrder desc for newest first, asc for oldest first
     */
    public HttpAnswer<MessagesPage> messages(String userChatId, String sortOrder, String cursor, int limit) {
        HttpCall call = HttpCall.get("/user-chats/" + encoded(userChatId) + "/messages");
        return transport.send(page(call, sortOrder, cursor, limit), MessagesPage.class);
    }

    /**
     * Posts a message as a bot.
     *
     * @param botName name of the bot, or null for the channel's own
     */
    public ChannelioMessage sendMessage(String userChatId, String botName, ChannelioMessageRequest request) {
        HttpCall call = HttpCall.post("/user-chats/" + encoded(userChatId) + "/messages", request).with("botName", botName);
        ChannelioMessage message = transport.send(call, MessageAnswer.class).body().message();
        require(message != null && message.id() != null, call.toString(), "a message with an id");
        return message;
    }

    /**
     * Address of a file, signed and good for a short time.
     *
     * @param key the key of the file
     * @throws HelpdeskException with status 404 or 410 when there is no such file
     */
    public String fileUrl(String userChatId, String key) {
        HttpCall call = HttpCall.get("/user-chats/" + encoded(userChatId) + "/messages/file").with("key", key);
        FileAnswer answer = transport.send(call, FileAnswer.class).body();
        // The description says result, a public client reads url.
        String url = answer.result() == null ? answer.url() : answer.result();
        require(url != null && !url.isBlank(), call.toString(), "the address of the file");
        return url;
    }

    /** A user. */
    public ChannelioUser user(String userId) {
        return user(HttpCall.get("/users/" + encoded(userId)));
    }

    /** The user with a member id. */
    public ChannelioUser member(String memberId) {
        return user(HttpCall.get("/users/@" + encoded(memberId)));
    }

    /** Creates the user with a member id, or changes it. */
    public ChannelioUser upsertUser(String memberId, ChannelioUserRequest request) {
        return user(HttpCall.put("/users/@" + encoded(memberId), request));
    }

    /** Managers of the channel. */
    public HttpAnswer<ManagersPage> managers(String cursor, int limit) {
        return transport.send(HttpCall.get("/managers").with("since", cursor).with("limit", limit), ManagersPage.class);
    }

    /** Bots of the channel; here a cursor is a number. */
    public HttpAnswer<BotsPage> bots(String cursor, int limit) {
        return transport.send(HttpCall.get("/bots").with("since", cursor).with("limit", limit), BotsPage.class);
    }

    /** A manager. */
    public ChannelioManager manager(String managerId) {
        HttpCall call = HttpCall.get("/managers/" + encoded(managerId));
        ChannelioManager manager = transport.send(call, ManagerAnswer.class).body().manager();
        require(manager != null, call.toString(), "a manager");
        return manager;
    }

    /** All webhooks of the channel, of which there are at most 10. */
    public List<ChannelioWebhook> webhooks() {
        HttpCall call = HttpCall.get("/webhooks");
        Pages<WebhooksPage> pages = new Pages<>(call.toString(), null, MOST_ITEMS, (cursor, limit) -> transport
                .send(call.with("since", cursor).with("limit", limit), WebhooksPage.class));
        List<ChannelioWebhook> found = new ArrayList<>();
        for (HttpAnswer<WebhooksPage> page = pages.next(); page != null; page = pages.next()) {
            page.body().items().stream().map(Item::value).filter(Objects::nonNull).forEach(found::add);
        }
        return List.copyOf(found);
    }

    /** Registers a webhook; 422 when its name is taken or there are 10. */
    public ChannelioWebhook createWebhook(ChannelioWebhookRequest request) {
        return webhook(HttpCall.post("/webhooks", request));
    }

    /** Changes a webhook. */
    public ChannelioWebhook updateWebhook(String id, ChannelioWebhookRequest request) {
        return webhook(new HttpCall("PATCH", "/webhooks/" + encoded(id), List.of(), request));
    }

    /** Removes a webhook. */
    public void deleteWebhook(String id) {
        transport.send(HttpCall.delete("/webhooks/" + encoded(id)), Void.class);
    }

    private ChannelioWebhook webhook(HttpCall call) {
        ChannelioWebhook webhook = transport.send(call, WebhookAnswer.class).body().webhook();
        require(webhook != null && webhook.id() != null, call.toString(), "a webhook with an id");
        return webhook;
    }

    private ChannelioUser user(HttpCall call) {
        ChannelioUser user = transport.send(call, UserAnswer.class).body().user();
        require(user != null && user.id() != null, call.toString(), "a user with an id");
        return user;
    }

    private static UserChatAnswer required(HttpCall call, UserChatAnswer answer) {
        ChannelioUserChat userChat = answer.userChat();
        require(userChat != null && userChat.id() != null, call.toString(), "a userChat with an id");
        return answer;
    }

    private static void require(boolean condition, String call, String what) {
        if (!condition) {
            throw new HelpdeskException(call + " was answered without " + what, Outcome.UNCLEAR, 0, null, false, null);
        }
    }

    private static HttpCall page(HttpCall call, String sortOrder, String cursor, int limit) {
        return call.with("sortOrder", sortOrder).with("since", cursor).with("limit", limit);
    }

    private static String encoded(String id) {
        if (id.isBlank() || id.equals(".") || id.equals("..")) {
            throw new IllegalArgumentException("'" + id + "' is not an id");
        }
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private record ChannelAnswer(ChannelioChannel channel) {
    }

    private record MessageAnswer(ChannelioMessage message) {
    }

    private record FileAnswer(String result, String url) {
    }

    private record UserAnswer(ChannelioUser user) {
    }

    private record WebhookAnswer(ChannelioWebhook webhook) {
    }

    private record ManagerAnswer(ChannelioManager manager) {
    }
}
