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
package io.github.camelhelpdesk.channelio.model;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What a message has in addition that came or went as a mail.
 *
 * @param direction inbound or outbound
 * @param subject subject, or null
 * @param from sender, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChannelioEmail(String direction, String subject, Address from) {

    /**
     * An address.
     *
     * @param address the address
     * @param name display name, or null
     */
    public record Address(String address, String name) {

        @Override
        public String toString() {
            return "address";
        }
    }

    /** The direction only. */
    @Override
    public String toString() {
        return direction + " mail";
    }
}
