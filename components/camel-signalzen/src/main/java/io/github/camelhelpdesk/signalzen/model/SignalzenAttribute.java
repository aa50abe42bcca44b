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
package io.github.camelhelpdesk.signalzen.model;

/**
 * Something that the site knows of a user. A name may come more than once.
 *
 * @param name its name
 * @param value its value, as the site gave it
 */
public record SignalzenAttribute(String name, Object value) {

    /** The name only: logs must not carry what is known of people. */
    @Override
    public String toString() {
        return "attribute " + name;
    }
}
