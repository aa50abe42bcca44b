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
package io.github.camelhelpdesk.sync.delivery;

import java.util.Optional;

import io.github.camelhelpdesk.common.AttachmentSource;
import io.github.camelhelpdesk.common.model.Attachment;
import io.github.camelhelpdesk.common.model.MessageKey;
import io.github.camelhelpdesk.sync.Side;

/**
 * The files of one row, as its source gives them now. The last attempt does not wait for them: a file that stays unreachable
 * becomes a note, and never costs its message.
 */
record RowFiles(Side source, boolean mayWait) implements AttachmentSource {

    @Override
    public Optional<Attachment> refresh(MessageKey message, String attachmentId) {
        return source.attachment(message, attachmentId);
    }
}
