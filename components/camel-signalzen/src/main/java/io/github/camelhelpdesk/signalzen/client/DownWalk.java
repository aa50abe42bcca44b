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
package io.github.camelhelpdesk.signalzen.client;

/** Goes towards lower offsets. Where items came, those that follow have moved to higher offsets: it steps up to meet them. */
final class DownWalk<T> implements Walk<T> {

    private final OffsetList<T> list;
    private final Joint<T> joint;
    private int end;
    private int overlap;

    DownWalk(OffsetList<T> list, Part<T> from) {
        this.list = list;
        this.joint = new Joint<>(list);
        taken(from);
    }

    @Override
    public Part<T> next() {
        if (end == 0) {
            return null;
        }
        Part<T> part = list.at(Math.max(0, end + overlap - list.limit()));
        while (!part.isLast() && !joint.joins(part)) {
            joint.shifted();
            part = list.at(part.offset() + Math.max(1, part.items().size() - list.overlap(part.items().size())));
        }
        taken(part);
        return part;
    }

    private void taken(Part<T> part) {
        joint.taken(part);
        end = part.offset();
        overlap = list.overlap(part.items().size());
    }
}
