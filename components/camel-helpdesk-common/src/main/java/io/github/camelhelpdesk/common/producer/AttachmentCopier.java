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
package io.github.camelhelpdesk.common.producer;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.camelhelpdesk.common.AttachmentSource;
import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;
import io.github.camelhelpdesk.common.NotSentException;
import io.github.camelhelpdesk.common.http.DownloadException;
import io.github.camelhelpdesk.common.http.DownloadException.Kind;
import io.github.camelhelpdesk.common.http.DownloadedFile;
import io.github.camelhelpdesk.common.http.FileDownloads;
import io.github.camelhelpdesk.common.model.Attachment;
import io.github.camelhelpdesk.common.model.MessageKey;

/**
 * Fetches the files of a message so that they can be sent on. A file whose link has expired is asked for again at its source.
 * One
 * that cannot be had becomes a note: a file never costs the message.
 */
public final class AttachmentCopier {

    /** Most characters of a note, with room for escapes. */
    public static final int LONGEST_NOTE = 500;

    private static final Logger LOG = LoggerFactory.getLogger(AttachmentCopier.class);
    private static final int LONGEST_NAME = 150;
    private static final int ATTEMPTS = 3;
    private static final long PAUSE_MILLIS = 500;
    private static final String ANY_TYPE = "application/octet-stream";

    private final FileDownloads downloads;
    private final int mostFiles;
    private final Duration longest;

    /**
     * @param downloads fetches files
     * @param mostFiles how many files a message of the target can have
     * @param longest how long it may take for all files of a message
     */
    public AttachmentCopier(FileDownloads downloads, int mostFiles, Duration longest) {
        this.downloads = downloads;
        this.mostFiles = mostFiles;
        this.longest = longest;
    }

    /**
     * Whether it is a file to copy. What has neither a media type nor a size is a link: a place, a page, a contact.
     */
    public static boolean isFile(Attachment attachment) {
        return attachment.contentType() != null || attachment.size() != null;
    }

    /**
     * Fetches files. One that is not to be had for the moment, and may not be waited for, is a note like one that is gone.
     *
     * @param message the message that they belong to
     * @param attachments the files
     * @param source gives fresh addresses, or null
     * @throws HelpdeskException when a file is not to be had for the moment and the message may wait for it
     */
    public CopiedFiles copy(MessageKey message, List<Attachment> attachments, AttachmentSource source) {
        Instant end = Instant.now().plus(longest);
        List<CopiedFile> files = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        try {
            attachments.forEach(attachment -> copy(message, attachment, source, end, files, notes));
            return new CopiedFiles(files, notes);
        } catch (RuntimeException e) {
            files.forEach(file -> file.content().close());
            throw e;
        }
    }

    private void copy(MessageKey message, Attachment attachment, AttachmentSource source, Instant end, List<CopiedFile> files,
            List<String> notes) {
        try {
            if (files.size() == mostFiles) {
                throw new DownloadException("a message takes " + mostFiles + " files", Kind.FINAL);
            }
            files.add(copied(attachment, fetch(message, attachment, source, end)));
        } catch (DownloadException e) {
            if (e.kind() == Kind.PASSING && source != null && source.mayWait()) {
                throw new HelpdeskException("File " + attachment.id() + " of message " + message + " cannot be copied now: "
                        + e.getMessage(), Outcome.NOT_SENT, 0, null, false, null);
            }
            LOG.warn("File {} of message {} is not copied: {}", attachment.id(), message, e.getMessage());
            notes.add("[" + name(attachment) + " could not be copied: " + e.getMessage() + "]");
        }
    }

    private DownloadedFile fetch(MessageKey message, Attachment attachment, AttachmentSource source, Instant end)
            throws DownloadException {
        downloads.check(attachment.size());
        boolean isFresh = false;
        String address = attachment.url();
        for (int attempt = 1;; attempt++) {
            try {
                if (address == null) {
                    address = freshAddress(message, attachment, source);
                    isFresh = true;
                }
                return downloads.fetch(address, Duration.between(Instant.now(), end));
            } catch (DownloadException e) {
                if (e.kind() == Kind.EXPIRED && !isFresh && source != null) {
                    address = null;
                } else if (e.kind() != Kind.PASSING || attempt >= ATTEMPTS || !pause(end)) {
                    throw e;
                }
            }
        }
    }

    private static String freshAddress(MessageKey message, Attachment attachment, AttachmentSource source)
            throws DownloadException {
        if (source == null) {
            throw new DownloadException("it has no address that can be read", Kind.FINAL);
        }
        try {
            return source.refresh(message, attachment.id()).map(Attachment::url)
                    .orElseThrow(() -> new DownloadException("it is there no more", Kind.FINAL));
        } catch (HelpdeskException e) {
            LOG.warn("The address of file {} of message {} cannot be asked for: {}", attachment.id(), message, e.getMessage());
            boolean isPassing = e.concernsAccount() || e.outcome() != Outcome.REFUSED;
            throw new DownloadException("its address cannot be asked for", isPassing ? Kind.PASSING : Kind.FINAL);
        }
    }

    private static boolean pause(Instant end) {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            return Instant.now().isBefore(end);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotSentException("Stopped while waiting for a file", 0, null, e);
        }
    }

    private static CopiedFile copied(Attachment attachment, DownloadedFile file) {
        boolean isKnown = attachment.contentType() != null && !attachment.contentType().equals(ANY_TYPE);
        String type = isKnown ? attachment.contentType() : file.contentType();
        boolean isType = type != null && type.matches("[\\w.+-]+/[\\w.+-]+( *;.*)?");
        return new CopiedFile(name(attachment), isType ? type.replaceFirst(" *;.*", "") : ANY_TYPE, file);
    }

    /** The name that it has, else the end of its address; without what a path, a header or a line would stumble over. */
    static String name(Attachment attachment) {
        String name = attachment.name() == null || attachment.name().isBlank() ? end(attachment.url()) : attachment.name();
        String clean = name.replaceAll("[\\p{Cntrl}\\\\/:\"<>|?*\\[\\]]", "_").strip();
        int excess = clean.length() - LONGEST_NAME;
        if (excess > 0) {
            // The end says what kind of file it is.
            int from = Character.isLowSurrogate(clean.charAt(excess)) ? excess + 1 : excess;
            clean = clean.substring(from);
        }
        return clean.isEmpty() ? "file" : clean;
    }

    private static String end(String url) {
        try {
            String path = url == null ? null : URI.create(url).getPath();
            return path == null ? "" : path.substring(path.lastIndexOf('/') + 1);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
