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
package io.github.camelhelpdesk.common.consumer;

import java.time.Instant;
import java.util.Map;

import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;
import org.apache.camel.spi.HttpResponseAware;

/** Ready when the last call of the account succeeded; otherwise says what the provider answered, and since when it fails. */
final class ConsumerHealth extends AbstractHealthCheck {

    private final String endpoint;
    private volatile Trouble trouble;
    private volatile boolean polled;

    ConsumerHealth(String scheme, String routeId, String endpoint) {
        super("camel", "consumer:" + scheme + "-" + routeId);
        this.endpoint = endpoint;
    }

    /** The account answers. */
    void up() {
        polled = true;
        trouble = null;
    }

    /** Notes a failure; true when it is the first since the account last answered. */
    boolean down(Exception failure) {
        Trouble known = trouble;
        trouble = new Trouble(failure, known == null ? Instant.now() : known.since);
        return known == null;
    }

    @Override
    public boolean isLiveness() {
        return false;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        builder.detail(ENDPOINT_URI, endpoint);
        Trouble known = trouble;
        if (known == null) {
            if (polled) {
                builder.up();
            } else {
                builder.message("Nothing has been read yet").down();
            }
            return;
        }
        builder.message(known.failure.getMessage()).error(known.failure);
        builder.detail(HealthCheck.FAILURE_START_TIME, known.since.toString());
        if (known.failure instanceof HttpResponseAware answer && answer.getHttpResponseCode() > 0) {
            builder.detail(HealthCheck.HTTP_RESPONSE_CODE, answer.getHttpResponseCode());
        }
        builder.down();
    }

    private record Trouble(Exception failure, Instant since) {
    }
}
