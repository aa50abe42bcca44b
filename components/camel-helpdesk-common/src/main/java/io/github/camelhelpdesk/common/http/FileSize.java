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

import io.github.camelhelpdesk.common.http.DownloadException.Kind;

/** The largest file that is fetched. */
record FileSize(long bytes) {

    /** Refuses a size that is known before. */
    void check(long size) throws DownloadException {
        if (size > bytes) {
            throw exceeded();
        }
    }

    DownloadException exceeded() {
        return new DownloadException("it has more than " + this, Kind.FINAL);
    }

    /** As people read it. */
    @Override
    public String toString() {
        return bytes < 1 << 20 ? bytes + " bytes" : (bytes >> 20) + " MiB";
    }
}
