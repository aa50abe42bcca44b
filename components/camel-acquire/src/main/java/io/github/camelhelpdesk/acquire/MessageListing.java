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
 * answer, each with its last message only; the other one has been undocumented since March 2021.
 */
public enum MessageListing {
    /** That of the thread; of cases that come with their last message only, or when it is too large, that of the cases. */
    auto,
    /** {@code GET /crm/messenger/chat/messages} only: all messages at once, or whatever it gives. */
    thread,
    /** {@code GET /crm/objects/case-message} only: page by page for each case of the thread. */
    caseMessage
}
