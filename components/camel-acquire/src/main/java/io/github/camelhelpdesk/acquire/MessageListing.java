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
package io.github.camelhelpdesk.acquire;

/**
 * By which list of Acquire's the messages of a thread are read. The one that the API documents is printed with cases as its
 * answer, each with its last message only; the other one has been undocumented since March 2021. None of them loses a message:
 * where not all can be had, reading stops with an error.
 */
public enum MessageListing {
    /**
     * That of the thread; of cases that come with their last message only, or when it is too large or not there, that of the
     * cases' messages; where that is refused, the list of cases with the relation {@code messages}.
     */
    auto,
    /** {@code GET /crm/messenger/chat/messages} only: all messages at once; an error where it gives last messages only. */
    thread,
    /** {@code GET /crm/objects/case-message} only: page by page for each case of the thread. */
    caseMessage
}
