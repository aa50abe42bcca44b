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
package io.github.camelhelpdesk.chatwoot.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.apache.hc.core5.http.HttpEntity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.sun.management.ThreadMXBean;

import io.github.camelhelpdesk.chatwoot.model.ChatwootMessageRequest;
import io.github.camelhelpdesk.common.HelpdeskJson;
import io.github.camelhelpdesk.common.http.DownloadedFile;
import io.github.camelhelpdesk.common.producer.CopiedFile;

class MessageFormTest {

    private static final long SIZE = 48L << 20;

    @TempDir
    private Path directory;

    @Test
    void fileIsStreamedIntoTheFormAndNotHeldInMemory() throws IOException {
        Path content = directory.resolve("large");
        try (RandomAccessFile file = new RandomAccessFile(content.toFile(), "rw")) {
            file.setLength(SIZE);
        }
        ChatwootMessageRequest request = HelpdeskJson.mapper().convertValue(Map.of("content", "x"),
                ChatwootMessageRequest.class);
        ThreadMXBean allocations = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = allocations.getCurrentThreadAllocatedBytes();
        HttpEntity form = MessageForm
                .of(request, List.of(new CopiedFile("a.bin", "application/octet-stream", new DownloadedFile(content, null))))
                .entity();
        form.writeTo(OutputStream.nullOutputStream());
        assertThat(allocations.getCurrentThreadAllocatedBytes() - before).isLessThan(8L << 20);
        assertThat(form.getContentLength()).isGreaterThan(SIZE);
        assertThat(form.isRepeatable()).as("a form that is sent again is sent whole").isTrue();
    }
}
