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
package io.github.camelhelpdesk.sync.desk;

/**
 * A message that is on its way again.
 *
 * @param row the row
 * @param inDoubt whether the target may have it already, so that it is looked for first
 * @param late whether later messages of its conversation were sent before it
 * @param note the same in words
 */
public record Replayed(long row, boolean inDoubt, boolean late, String note) {
}
