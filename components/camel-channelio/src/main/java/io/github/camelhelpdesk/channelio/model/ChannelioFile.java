package io.github.camelhelpdesk.channelio.model;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A file of a message.
 *
 * @param id id of the file
 * @param type image, video, audio and others
 * @param name file name
 * @param size bytes
 * @param contentType media type, or null
 * @param bucket where it is kept
 * @param key its name there; what its address is asked for with
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChannelioFile(String id, String type, String name, Long size, String contentType, String bucket, String key) {

    /** The id only. */
    @Override
    public String toString() {
        return "file " + id;
    }
}
