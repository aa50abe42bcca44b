package io.github.camelhelpdesk.channelio;

/** What an endpoint does; spelled as in its URI. */
public enum ChannelioOperation {

    /** Reads messages: the only one that is a consumer. */
    messages,
    sendMessage,
    listMessages,
    listUserChats,
    getUserChat,
    createUserChat,
    upsertUser,
    listManagers,
    getChannel;

    /** Whether it is used with {@code from}; all others are used with {@code to}. */
    public boolean isConsumer() {
        return this == messages;
    }
}
