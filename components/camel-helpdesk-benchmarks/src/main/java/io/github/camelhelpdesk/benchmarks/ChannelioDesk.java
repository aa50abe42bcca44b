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
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A Channel.io channel that takes in users, conversations and messages, and tells when it has got as many as were expected. */
final class ChannelioDesk implements PlainServer.Handler {

    private static final String ROOT = "/open/v5";
    private static final byte[] CHANNEL = bytes("{\"channel\":{\"id\":\"1\",\"name\":\"Shop\"}}");
    private static final byte[] NO_CHATS = bytes("{\"userChats\":[]}");

    private final Map<String, String> users = new ConcurrentHashMap<>();
    private final AtomicInteger userChats = new AtomicInteger();
    private final AtomicLong ids = new AtomicLong();
    private volatile CountDownLatch awaited = new CountDownLatch(0);

    /** Forgets everything; {@link #await} then waits for as many messages. */
    void expect(int messages) {
        users.clear();
        userChats.set(0);
        awaited = new CountDownLatch(messages);
    }

    void await() throws InterruptedException {
        if (!awaited.await(5, TimeUnit.MINUTES)) {
            throw new IllegalStateException(awaited.getCount() + " messages have not arrived");
        }
    }

    int userChats() {
        return userChats.get();
    }

    @Override
    public byte[] answer(String method, String target, byte[] body) {
        int question = target.indexOf('?');
        String path = (question < 0 ? target : target.substring(0, question)).substring(ROOT.length());
        if (path.startsWith("/users/")) {
            return method.equals("PUT") ? user(path) : method.equals("GET") ? NO_CHATS : userChat();
        }
        if (path.endsWith("/messages")) {
            return message(path.split("/")[2]);
        }
        return path.equals("/channel") ? CHANNEL : path.startsWith("/user-chats/") ? bytes("{}") : null;
    }

    private byte[] user(String path) {
        String id = users.computeIfAbsent(path, any -> Integer.toString(users.size() + 1));
        return bytes("{\"user\":{\"id\":\"user" + id + "\",\"memberId\":\"" + path.substring("/users/@".length())
                + "\",\"name\":\"Customer\"}}");
    }

    private byte[] userChat() {
        return bytes(
                "{\"userChat\":{\"id\":\"chat" + userChats.incrementAndGet() + "\",\"userId\":\"u\",\"state\":\"opened\"}}");
    }

    private byte[] message(String userChat) {
        awaited.countDown();
        return bytes("{\"message\":{\"id\":\"m" + ids.incrementAndGet() + "\",\"chatId\":\"" + userChat
                + "\",\"chatType\":\"userChat\",\"channelId\":\"1\",\"personType\":\"bot\",\"createdAt\":1700000000000}}");
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
