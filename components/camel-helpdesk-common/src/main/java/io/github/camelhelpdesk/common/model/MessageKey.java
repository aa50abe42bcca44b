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
package io.github.camelhelpdesk.common.model;

/**
 * What identifies a message everywhere: no part can be left out, as ids of different conversations, accounts and
 * providers may be equal.
 *
 * @param provider scheme of the component
 * @param account the account's lasting identity
 * @param conversationId conversation id at the provider
 * @param id message id at the provider
 */
public record MessageKey(String provider, String account, String conversationId, String id) {

    @Override
    public String toString() {
        return provider + "/" + account + "/" + conversationId + "/" + id;
    }
}
