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
package io.github.camelhelpdesk.sync.view;

/**
 * How far the reading of an import has come.
 *
 * @param conversationsDone conversations that were read to their end
 * @param conversationsTotal how many there are; null while they are being listed
 * @param perSecond messages a second, on average
 * @param secondsLeft an estimate; null while there is none
 */
public record ImportReading(long conversationsDone, Long conversationsTotal, double perSecond, Long secondsLeft) {
}
