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
package io.github.camelhelpdesk.sync.power;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a power cut leaves: the ledger's two files, the world as it was.
 *
 * @param moment when it happened, for the report
 * @param world the desks, with a request on its way perhaps
 */
record Cut(String moment, byte[] database, byte[] log, World world) {

    /** Puts the files into a directory, where a ledger can be opened over them. */
    Path restore(Path directory) throws IOException {
        Path file = directory.resolve("ledger.db");
        Files.write(file, database);
        Files.write(directory.resolve("ledger.db-wal"), log);
        return file;
    }
}
