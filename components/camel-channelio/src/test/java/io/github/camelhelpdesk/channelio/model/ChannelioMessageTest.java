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

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.camelhelpdesk.common.HelpdeskJson;
import io.github.camelhelpdesk.common.model.AuthorType;

class ChannelioMessageTest {

    /** Payloads of 2019 have capitals and Veil; the vendor's newer model knows accounts, too. */
    @ParameterizedTest
    @CsvSource({ "user,CUSTOMER", "User,CUSTOMER", "USER,CUSTOMER", "veil,CUSTOMER", "Veil,CUSTOMER", "manager,AGENT",
            "Manager,AGENT", "account,AGENT", "Account,AGENT", "bot,BOT", "Bot,BOT", "robot,SYSTEM" })
    void typeOfAPersonIsReadInAnyCase(String personType, AuthorType author) throws IOException {
        assertThat(message("{\"id\":\"1\",\"personType\":\"" + personType + "\"}").authorType()).isEqualTo(author);
    }

    @Test
    void entryOfTheLogIsTheSystemsWhoeverCausedIt() throws IOException {
        assertThat(message("{\"id\":\"1\",\"personType\":\"manager\",\"log\":{\"action\":\"close\"}}").authorType())
                .isEqualTo(AuthorType.SYSTEM);
    }

    @Test
    void fillersOfTheSchemaGeneratorAreLeftOut() throws IOException {
        ChannelioMessage message = message("{\"id\":\"1\",\"blocks\":[null,{\"type\":\"bullets\",\"blocks\":[null]}],"
                + "\"files\":[null],\"options\":[null,\"private\"],\"bs\":[null],\"ns\":[null]}");
        assertThat(message.blocks()).singleElement().satisfies(block -> assertThat(block.blocks()).isEmpty());
        assertThat(message.files()).isEmpty();
        assertThat(message.options()).containsExactly("private");
    }

    private static ChannelioMessage message(String json) throws IOException {
        return HelpdeskJson.mapper().readValue(json, ChannelioMessage.class);
    }
}
