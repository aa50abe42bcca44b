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

/** What the search for a message in doubt has found. */
public sealed interface LookUp {

    /** It is there: nothing is sent. */
    record Found(SentMessage message) implements LookUp {
    }

    /** It is not there, as far as the conversation was to be read. */
    record NotFound() implements LookUp {
    }

    /** It can be told neither that it is there nor that it is not. */
    record CannotTell(String reason) implements LookUp {
    }
}
