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
package io.github.camelhelpdesk.application;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.PlatformHttpComponent;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;

/**
 * Shows console and REST to this machine only, also when the port is open for webhooks. Other machines reach the paths of Camel
 * routes, which look after themselves, and health.
 */
@ApplicationScoped
class ConsoleGuard {

    private static final int FIRST = 1_000;
    private static final int FORBIDDEN = 403;
    private static final String HEALTH = "/q/health";
    private static final Set<String> PROXY = Set.of("forwarded", "via", "x-real-ip", "cf-connecting-ip", "true-client-ip");

    private final boolean isPublic;
    private final CamelContext camel;

    ConsoleGuard(@ConfigProperty(name = "helpdesk.console.public", defaultValue = "false") boolean isPublic,
            CamelContext camel) {
        this.isPublic = isPublic;
        this.camel = camel;
    }

    void install(@Observes Filters filters) {
        if (!isPublic) {
            filters.register(this::guard, FIRST);
        }
    }

    private void guard(RoutingContext context) {
        if (isThisMachine(context.request()) || isOpen(context.normalizedPath())) {
            context.next();
        } else {
            context.response().setStatusCode(FORBIDDEN)
                    .end("Console and REST answer the machine they run on; helpdesk.console.public=true changes that.\n");
        }
    }

    /** A proxy or tunnel on this machine stands for others: it names them, or itself, in these headers. */
    static boolean isThisMachine(HttpServerRequest request) {
        boolean isForwarded = request.headers().names().stream().map(name -> name.toLowerCase(Locale.ROOT))
                .anyMatch(name -> PROXY.contains(name) || name.startsWith("x-forwarded-"));
        SocketAddress peer = request.connection().remoteAddress();
        return !isForwarded && peer != null && isLoopback(peer.hostAddress());
    }

    static boolean isLoopback(String address) {
        try {
            // An address is only parsed here, never looked up: it is not a name.
            return address != null && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private boolean isOpen(String path) {
        return path.equals(HEALTH) || path.startsWith(HEALTH + "/") || isOfCamel(path);
    }

    /** Exactly the path of a route: what is like it could be a path of the console. */
    private boolean isOfCamel(String path) {
        return camel.getComponent("platform-http", PlatformHttpComponent.class).getHttpEndpoints().stream()
                .anyMatch(endpoint -> path.equals(endpoint.getUri()));
    }
}
