package io.github.camelhelpdesk.channelio;

/** How the characters that Channel.io takes for markup ({@code &}, {@code <}, {@code >}) are sent; as in the option. */
public enum MarkupEscape {

    /** As {@code &amp;}, {@code &lt;} and {@code &gt;}: what is read back equals what was sent. */
    entities,
    /** As their full-width forms, for channels that show entities as they are. Reading gives the full-width forms. */
    fullWidth
}
