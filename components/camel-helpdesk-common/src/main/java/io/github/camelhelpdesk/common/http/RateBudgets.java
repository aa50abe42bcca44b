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
package io.github.camelhelpdesk.common.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.camel.CamelContext;
import org.apache.camel.support.service.ServiceSupport;

import io.github.camelhelpdesk.common.ContextServices;

/**
 * The budgets of one Camel context: components that share an origin share its limit, components that share a credential share
 * that one too.
 */
public final class RateBudgets extends ServiceSupport {

    private final Map<String, RateBudget> budgets = new ConcurrentHashMap<>();

    /** The budgets of a context, made on first use. */
    public static RateBudgets of(CamelContext context) {
        return ContextServices.of(context, RateBudgets.class, RateBudgets::new);
    }

    /**
     * The budget of a credential at an origin.
     *
     * @param origin scheme, host and port
     * @param credential something that differs between credentials; kept as a hash
     * @param perCredential calls per minute of the credential, 0 for no limit
     * @param perOrigin calls per minute of all credentials at the origin, 0 for no limit
     */
    public RateBudget budget(String origin, String credential, int perCredential, int perOrigin) {
        RateBudget host = budgets.computeIfAbsent(origin, key -> new RateBudget(perOrigin, null));
        return budgets.computeIfAbsent(origin + '#' + Integer.toHexString(credential.hashCode()),
                key -> new RateBudget(perCredential, host));
    }
}
