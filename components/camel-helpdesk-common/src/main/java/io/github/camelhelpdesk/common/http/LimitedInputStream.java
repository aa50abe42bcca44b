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

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads no more than a number of bytes: a provider cannot fill the heap. */
final class LimitedInputStream extends FilterInputStream {

    private final long maxBytes;
    private long count;
    private boolean ended;

    LimitedInputStream(InputStream in, long maxBytes) {
        super(in);
        this.maxBytes = maxBytes;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        if (value >= 0) {
            counted(1);
        } else {
            ended = true;
        }
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        if (read > 0) {
            counted(read);
        } else if (read < 0) {
            ended = true;
        }
        return read;
    }

    /** Closes what was read to its end. HttpClient would read the rest of anything else, however long: that is for an abort. */
    @Override
    public void close() throws IOException {
        if (ended) {
            super.close();
        }
    }

    private void counted(int read) throws IOException {
        count += read;
        if (count > maxBytes) {
            throw new LimitExceededException(maxBytes);
        }
    }

    static final class LimitExceededException extends IOException {
        LimitExceededException(long maxBytes) {
            super("The answer has more than " + maxBytes + " bytes");
        }
    }
}
