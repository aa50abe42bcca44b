package io.github.camelhelpdesk.sync.ledger;

import io.github.camelhelpdesk.common.model.MessageKey;

/** Writes text with nothing but printable ASCII, so that any database takes it. */
final class Escape {

    private Escape() {
    }

    static MessageKey key(MessageKey key) {
        return new MessageKey(key.provider(), key.account(), text(key.conversationId()), text(key.id()));
    }

    static String text(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.chars().forEach(character -> {
            if (character >= ' ' && character <= '~') {
                escaped.append((char) character);
            } else {
                escaped.append(String.format("\\u%04x", character));
            }
        });
        return escaped.toString();
    }
}
