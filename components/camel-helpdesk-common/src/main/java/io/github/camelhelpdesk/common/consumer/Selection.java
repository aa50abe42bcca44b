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
package io.github.camelhelpdesk.common.consumer;

/** Which messages go to the route, when they are met first and when they have changed since. */
final class Selection {

    /** Stands for the version of a message that was not included: its updates are not either. */
    private static final String NOT_INCLUDED = "-";

    private final Inclusion inclusion;
    private final boolean updates;

    /**
     * @param inclusion what is handed to the route
     * @param updates whether what was handled comes again when it has changed since
     */
    Selection(Inclusion inclusion, boolean updates) {
        this.inclusion = inclusion;
        this.updates = updates;
    }

    boolean isWithUpdates() {
        return updates;
    }

    /**
     * Whether a message goes to the route. One that was handed out once is judged by that, as a deletion may have taken away
     * who wrote it.
     *
     * @param known the version that was kept when it was handled, or null
     */
    boolean isIncluded(SourceMessage message, String known) {
        if (known == null) {
            return inclusion.allows(message);
        }
        return !NOT_INCLUDED.equals(known) && inclusion.allowsUpdate(message);
    }

    /** Whether a message that was handled differs from what was handed out, or may. */
    boolean isNews(SourceMessage message, String known) {
        boolean isKept = NOT_INCLUDED.equals(known) && !isDeletedCopy(message);
        return message.version() != null && !isKept && !message.version().equals(known);
    }

    boolean isDeletedCopy(SourceMessage message) {
        return updates && message.deletedCopy() && inclusion.allowsUpdate(message);
    }

    /** What to keep of a message that is handled; null for nothing. */
    String version(SourceMessage message, boolean isIncluded) {
        if (!updates) {
            return null;
        }
        return isIncluded ? message.version() : NOT_INCLUDED;
    }
}
