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
package io.github.camelhelpdesk.acquire.client;

/**
 * Which part of a list is asked for; the option {@code paging} says by which of them.
 *
 * @param number number of the page
 * @param offset how many items come before it
 * @param limit most items of it
 */
public record PageRequest(int number, long offset, int limit) {
}
