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
package io.github.camelhelpdesk.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A Chatwoot account with a history, as its REST API shows it: conversations by 25, messages by 100 or by a window of ids (up
 * to
 * 1000). Message ids run through the whole account, as on a real server, so that a conversation's own ids have gaps. Each
 * answer
 * is rendered once.
 */
final class ChatwootHistory implements PlainServer.Handler {

    static final long ACCOUNT = 1;
    private static final String ROOT = "/api/v1/accounts/" + ACCOUNT;
    private static final long BEGIN = 1_700_000_000L;
    private static final int CONVERSATIONS_A_PAGE = 25;
    private static final int MESSAGES_A_PAGE = 100;
    private static final int MESSAGES_A_WINDOW = 1000;

    private final int conversations;
    private final int messages;
    private final Map<String, byte[]> answers = new ConcurrentHashMap<>();

    /**
     * @param conversations how many there are
     * @param messages how many each has
     */
    ChatwootHistory(int conversations, int messages) {
        this.conversations = conversations;
        this.messages = messages;
    }

    int total() {
        return conversations * messages;
    }

    @Override
    public byte[] answer(String method, String target, byte[] body) {
        return answers.computeIfAbsent(target, this::render);
    }

    private byte[] render(String target) {
        int question = target.indexOf('?');
        String path = question < 0 ? target : target.substring(0, question);
        Map<String, String> query = query(question < 0 ? "" : target.substring(question + 1));
        String json = path.equals("/api/v1/profile") ? profile()
                : path.equals(ROOT + "/conversations") ? conversations(query)
                        : path.endsWith("/messages") ? messages(conversation(path), query)
                                : path.startsWith(ROOT + "/conversations/") ? conversation(number(path)) : null;
        return json == null ? null : json.getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, String> query(String text) {
        Map<String, String> query = new HashMap<>();
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                query.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return query;
    }

    private static int conversation(String path) {
        String[] parts = path.split("/");
        return Integer.parseInt(parts[parts.length - 2]);
    }

    private static int number(String path) {
        return Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
    }

    private static String profile() {
        return "{\"id\":1,\"name\":\"Ada\",\"email\":\"ada@example.com\",\"accounts\":[{\"id\":1,\"name\":\"Shop\",\"role\":\"administrator\"}]}";
    }

    /** All were last active long ago: a window of the last seconds shows none. */
    private String conversations(Map<String, String> query) {
        int page = Integer.parseInt(query.getOrDefault("page", "1"));
        int first = (page - 1) * CONVERSATIONS_A_PAGE + 1;
        int last = query.containsKey("updated_within") ? 0 : Math.min(conversations, first + CONVERSATIONS_A_PAGE - 1);
        String list = IntStream.rangeClosed(first, last).mapToObj(this::conversation).collect(Collectors.joining(","));
        return "{\"data\":{\"meta\":{\"mine_count\":0,\"assigned_count\":0,\"unassigned_count\":" + conversations
                + ",\"all_count\":" + conversations + "},\"payload\":[" + list + "]}}";
    }

    private String conversation(int number) {
        long lastId = id(number, messages - 1);
        long activity = BEGIN + lastId;
        return "{\"id\":" + number + ",\"account_id\":1,\"inbox_id\":1,\"uuid\":\"00000000-0000-4000-8000-" + pad(number)
                + "\",\"status\":\"open\",\"priority\":null,\"labels\":[],\"custom_attributes\":{},\"additional_attributes\":{},"
                + "\"can_reply\":true,\"muted\":false,\"unread_count\":1,\"created_at\":" + BEGIN + ",\"timestamp\":" + activity
                + ",\"last_activity_at\":" + activity + ",\"updated_at\":" + activity + ".25,\"waiting_since\":0,\"messages\":["
                + embedded(number) + "],\"meta\":{\"sender\":" + contact(number)
                + ",\"channel\":\"Channel::Api\",\"hmac_verified\":false}}";
    }

    /** The last message as conversations show it, which is with their contact's session. */
    private String embedded(int number) {
        String message = message(number, messages - 1);
        return message.substring(0, message.length() - 1) + ",\"conversation\":{\"contact_inbox\":{\"source_id\":\"session-"
                + number + "\"}}}";
    }

    private String messages(int conversation, Map<String, String> query) {
        long after = Long.parseLong(query.getOrDefault("after", "0"));
        boolean window = query.containsKey("before");
        long from = window ? after : after + 1;
        long to = window ? Long.parseLong(query.get("before")) : Long.MAX_VALUE;
        String list = LongStream.range(0, messages).filter(i -> id(conversation, i) >= from && id(conversation, i) < to)
                .limit(window ? MESSAGES_A_WINDOW : MESSAGES_A_PAGE).mapToObj(i -> message(conversation, i))
                .collect(Collectors.joining(","));
        return "{\"meta\":{\"labels\":[],\"additional_attributes\":{},\"contact\":" + contact(conversation)
                + ",\"agent_last_seen_at\":null,\"assignee_last_seen_at\":null},\"payload\":[" + list + "]}";
    }

    private long id(int conversation, long index) {
        return index * conversations + conversation;
    }

    private String message(int conversation, long index) {
        boolean incoming = index % 2 == 0;
        String sender = incoming ? contact(conversation)
                : "{\"id\":1,\"name\":\"Ada\",\"available_name\":\"Ada\",\"avatar_url\":\"\",\"thumbnail\":\"\","
                        + "\"availability_status\":\"online\",\"type\":\"user\"}";
        long id = id(conversation, index);
        return "{\"id\":" + id + ",\"content\":\"Message " + index + " of conversation " + conversation
                + ": where is my parcel? It was promised for Tuesday, and the tracking page shows nothing since.\",\"inbox_id\":1,"
                + "\"conversation_id\":" + conversation + ",\"message_type\":" + (incoming ? 0 : 1)
                + ",\"content_type\":\"text\",\"status\":\"sent\",\"content_attributes\":{},\"created_at\":" + (BEGIN + id)
                + ",\"private\":false,\"source_id\":null,\"sender\":" + sender + "}";
    }

    private static String contact(int number) {
        return "{\"additional_attributes\":{},\"custom_attributes\":{},\"email\":\"customer" + number
                + "@example.com\",\"id\":" + number + ",\"identifier\":null,\"name\":\"Customer " + number
                + "\",\"phone_number\":null,\"thumbnail\":\"\",\"blocked\":false,\"type\":\"contact\"}";
    }

    private static String pad(int number) {
        return String.format("%012d", number);
    }
}
