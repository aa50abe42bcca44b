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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * The first rival: what an engineer writes who needs the history once, with HttpClient 5 and Jackson. It knows nothing of
 * restarts, late messages, full windows, errors and limits.
 */
final class HandWrittenClient implements AutoCloseable {

    private static final int CONVERSATIONS_A_PAGE = 25;
    private static final int MESSAGES_A_PAGE = 100;
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);
    private static final ObjectReader CONVERSATIONS = MAPPER.readerFor(Conversations.class);
    private static final ObjectReader MESSAGES = MAPPER.readerFor(Messages.class);
    private static final ObjectReader TREE = MAPPER.reader();

    private final String chatwoot;
    private final CloseableHttpClient http;

    /** @param connections how many calls there are at once */
    HandWrittenClient(String chatwoot, int connections) {
        this.chatwoot = chatwoot + "/api/v1/accounts/" + ChatwootHistory.ACCOUNT;
        this.http = HttpClientBuilder.create().disableAutomaticRetries()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create().setMaxConnTotal(connections)
                        .setMaxConnPerRoute(connections)
                        .setDefaultConnectionConfig(ConnectionConfig.custom().setConnectTimeout(Timeout.ofSeconds(5))
                                .setSocketTimeout(Timeout.ofSeconds(30)).build())
                        .build())
                .build();
    }

    void eachConversation(Consumer<Conversation> action) {
        List<Conversation> page;
        int number = 1;
        do {
            page = this.<Conversations> get(chatwoot + "/conversations?status=all&sort_by=created_at_asc&page=" + number++,
                    CONVERSATIONS).data().payload();
            page.forEach(action);
        } while (page.size() == CONVERSATIONS_A_PAGE);
    }

    void eachPage(Conversation conversation, Consumer<List<Message>> action) {
        List<Message> page;
        long after = 0;
        do {
            page = this.<Messages> get(chatwoot + "/conversations/" + conversation.id() + "/messages?after=" + after, MESSAGES)
                    .payload();
            for (Message message : page) {
                after = Math.max(after, message.id());
            }
            action.accept(page);
        } while (page.size() == MESSAGES_A_PAGE);
    }

    JsonNode send(String method, String url, Object body) {
        HttpUriRequestBase request = new HttpUriRequestBase(method, URI.create(url));
        request.addHeader("x-access-key", "key");
        request.addHeader("x-access-secret", "secret");
        try {
            if (body != null) {
                request.setEntity(new ByteArrayEntity(MAPPER.writeValueAsBytes(body), ContentType.APPLICATION_JSON));
            }
            return http.execute(request, answer -> TREE.readTree(answer.getEntity().getContent()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T get(String url, ObjectReader reader) {
        HttpUriRequestBase request = new HttpUriRequestBase("GET", URI.create(url));
        request.addHeader("Api-Access-Token", "token");
        request.addHeader("Accept", "application/json");
        try {
            return http.execute(request, answer -> reader.readValue(answer.getEntity().getContent()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        http.close();
    }

    record Conversations(Data data) {
    }

    record Data(List<Conversation> payload) {
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Conversation(long id, long inboxId, String status, double updatedAt, Meta meta) {
    }

    record Meta(Person sender) {
    }

    record Messages(List<Message> payload) {
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Message(long id, String content, long inboxId, long conversationId, int messageType, String contentType,
            String status, Map<String, Object> contentAttributes, long createdAt, @JsonProperty("private") boolean isPrivate,
            String sourceId, Person sender) {
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Person(long id, String name, String email, String phoneNumber, String identifier, String type) {
    }
}
