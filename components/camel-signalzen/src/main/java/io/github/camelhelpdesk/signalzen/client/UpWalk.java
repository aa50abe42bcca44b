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

/** Goes towards higher offsets. Where items went, those that follow have moved to lower offsets: it steps back to meet them. */
final class UpWalk<T> implements Walk<T> {

    /**
     * So many items may come at the head of the list that a part holds those of the one before; a list that stands still ends.
     */
    private static final int MOST_WITHOUT_NEWS = 10;

    private final OffsetList<T> list;
    private final Joint<T> joint;
    private int offset;
    private int withoutNews;
    private boolean ended;

    UpWalk(OffsetList<T> list, int from) {
        this.list = list;
        this.joint = new Joint<>(list);
        this.offset = from;
    }

    @Override
    public Part<T> next() {
        if (ended) {
            return null;
        }
        Part<T> part = list.at(offset);
        boolean isBehindEnd = part.items().isEmpty();
        while (part.offset() > 0 && (part.items().isEmpty() || !joint.joins(part))) {
            joint.shifted();
            part = list.at(Math.max(0, part.offset() - Math.max(1, list.limit() - list.overlap(list.limit()))));
        }
        withoutNews = joint.hasNews(part) ? 0 : withoutNews + 1;
        // A part that is not full is at the end, whatever the total says.
        boolean isAtEnd = isBehindEnd || part.items().size() < list.limit();
        ended = part.isLast() || withoutNews > (isAtEnd ? 0 : MOST_WITHOUT_NEWS);
        offset = part.end() - list.overlap(part.items().size());
        joint.taken(part);
        return part;
    }
}
