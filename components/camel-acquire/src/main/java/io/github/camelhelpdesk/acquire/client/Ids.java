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
package io.github.camelhelpdesk.acquire.client;

/** Ids as Acquire's requests have them: integers. */
public final class Ids {

    private Ids() {
    }

    /** For comparing: later ones have higher numbers; 0 for what is none. */
    public static long order(String id) {
        return number(id) instanceof Long number ? number : 0;
    }

    /** The number; what is none is sent as it is, and refused by Acquire. */
    public static Object number(String id) {
        return id != null && id.matches("\\d{1,18}") ? (Object) Long.valueOf(id) : id;
    }
}
