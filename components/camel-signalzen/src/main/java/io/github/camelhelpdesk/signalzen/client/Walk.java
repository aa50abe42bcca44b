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

/**
 * Goes through a list part by part. Items that come or go meanwhile shift those behind them: a part that has nothing in common
 * with the one before is not taken, as something may lie between the two. What comes twice is the caller's to drop.
 *
 * @param <T> type of the items
 */
public interface Walk<T> {

    /**
     * The next part, null after the last one.
     *
     * @throws io.github.camelhelpdesk.common.HelpdeskException when it cannot be read; it can be asked for again
     */
    Part<T> next();
}
