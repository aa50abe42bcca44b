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
package io.github.camelhelpdesk.testkit.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports for servers that have to know theirs before they listen. Outside of the range from which the system takes those of
 * clients and of servers that do not care: one of that range may be gone again before it is used.
 */
public final class FreePort {

    private static final int FIRST = 10_000;
    private static final int FIRST_OF_THE_SYSTEM = 32_768;

    private FreePort() {
    }

    /** A port of this machine, another one each time, that nobody listens on. */
    public static int find() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, FIRST_OF_THE_SYSTEM);
            try (ServerSocket free = new ServerSocket(port)) {
                return free.getLocalPort();
            } catch (BindException taken) {
                // Another one.
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
