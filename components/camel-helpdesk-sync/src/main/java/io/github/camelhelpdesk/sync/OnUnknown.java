package io.github.camelhelpdesk.sync;

/** What is done with a message of which nobody can tell whether it was sent. Named as in the URI. */
public enum OnUnknown {
    /** It waits for a person. */
    park,
    /** It is sent again, and may then be there twice. */
    resend
}
