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

import java.util.List;

import io.github.camelhelpdesk.common.http.ErrorReader;

/**
 * Reads Acquire's errors. Its pages name types and statuses, but do not show the JSON around them: what is wrong is looked for
 * at all usual places. A record that is not there is a 400 (page "Interrelated"), which is taken for the 404 that others say.
 */
public final class AcquireErrorReader extends ErrorReader {

    private static final String NOT_FOUND = "ERROR_RECORD_NOT_FOUND";
    private static final List<String> FIELDS = List.of("type", "code", "message", "error", "errors", "data");

    /** @param account the account's identity, as messages name it */
    public AcquireErrorReader(String account) {
        super("acquire account " + account, "apiKey");
    }

    @Override
    protected int meaning(int statusCode, String text) {
        return statusCode == 400 && text.contains(NOT_FOUND) ? 404 : statusCode;
    }

    @Override
    protected List<String> fields() {
        return FIELDS;
    }

    @Override
    protected String advice(int statusCode) {
        return statusCode == 403 ? "The key was made without the permission for this: make one in the settings under API keys,"
                + " and set apiKey to it." : super.advice(statusCode);
    }
}
