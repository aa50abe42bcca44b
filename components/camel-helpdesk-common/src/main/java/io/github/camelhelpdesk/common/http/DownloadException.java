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
package io.github.camelhelpdesk.common.http;

/** A file that could not be fetched. Its message is for people and names no address: those of files are often signed. */
public final class DownloadException extends Exception {

    private static final long serialVersionUID = 1L;

    /** What can be done about it. */
    public enum Kind {
        /** 403, 404 or 410: the link may have expired, and another one may work. */
        EXPIRED,
        /** It may work a little later. */
        PASSING,
        /** It will never work. */
        FINAL
    }

    private final Kind kind;

    /**
     * @param reason a few words that follow "could not be copied: "
     * @param kind what can be done about it
     */
    public DownloadException(String reason, Kind kind) {
        super(reason);
        this.kind = kind;
    }

    /** What can be done about it. */
    public Kind kind() {
        return kind;
    }
}
