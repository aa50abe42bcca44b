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
package io.github.camelhelpdesk.chatwoot.transform;

import java.util.Map;

import io.github.camelhelpdesk.chatwoot.model.ChatwootMessage;
import io.github.camelhelpdesk.common.model.TextFormat;
import io.github.camelhelpdesk.common.transform.HtmlText;

/**
 * What a message says: the text of a chat is Markdown, that of an incoming e-mail the reply without what it quotes, as text or
 * HTML (content_attributes.email).
 */
record MessageContent(String channel, String subject, String text, String html, TextFormat format) {

    static MessageContent of(ChatwootMessage message) {
        Map<?, ?> mail = map(message.contentAttributes().get("email"));
        if (mail.isEmpty() && !"incoming_email".equals(message.contentType())) {
            String content = message.content();
            return content == null || content.isBlank()
                    ? new MessageContent("chat", null, "", null, TextFormat.MARKDOWN)
                    : new MessageContent("chat", null, Markdown.toPlain(content), Markdown.toHtml(content),
                            TextFormat.MARKDOWN);
        }
        String subject = string(mail.get("subject"));
        String html = part(mail, "html_content");
        String text = part(mail, "text_content");
        if (message.isDeleted() || text == null && html == null) {
            String content = message.content() == null ? "" : message.content();
            return new MessageContent("mail", subject, content, null, TextFormat.PLAIN);
        }
        return text == null ? new MessageContent("mail", subject, HtmlText.toPlain(html), html, TextFormat.HTML)
                : new MessageContent("mail", subject, text, html, TextFormat.PLAIN);
    }

    private static String part(Map<?, ?> mail, String name) {
        Map<?, ?> content = map(mail.get(name));
        String reply = string(content.get("reply"));
        return reply == null ? string(content.get("full")) : reply;
    }

    private static Map<?, ?> map(Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static String string(Object value) {
        return value instanceof String text && !text.isBlank() ? text : null;
    }
}
