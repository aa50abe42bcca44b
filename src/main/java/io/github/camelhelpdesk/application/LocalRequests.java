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

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps pages of other sites, opened in a browser on this machine, away from the REST resources. A site whose name leads to
 * this machine (DNS rebinding) shows by the Host header; a page of another site cannot send JSON without being asked first.
 */
@Provider
@PreMatching
public class LocalRequests implements ContainerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final String ANY = "*";

    private final List<String> hosts;

    LocalRequests(
            @ConfigProperty(name = "helpdesk.console.hosts", defaultValue = "localhost,127.0.0.1,[::1]") List<String> hosts) {
        this.hosts = hosts.stream().map(host -> host.trim().toLowerCase(Locale.ROOT)).toList();
    }

    @Override
    public void filter(ContainerRequestContext request) {
        // HTTP/2 has no such header: its authority is then in the address.
        String host = request.getHeaderString(HttpHeaders.HOST);
        requireKnown("Host", hostOf(host == null ? request.getUriInfo().getRequestUri().toString() : "http://" + host));
        String origin = request.getHeaderString("Origin");
        if (origin != null) {
            requireKnown("Origin", hostOf(origin));
        }
        if (!READING.contains(request.getMethod()) && !isJson(request.getMediaType())) {
            throw new RequestException(Status.UNSUPPORTED_MEDIA_TYPE, "A request that changes something needs the header"
                    + " Content-Type: application/json, also without a body.");
        }
    }

    private void requireKnown(String header, String host) {
        if (!hosts.contains(ANY) && (host == null || !hosts.contains(host))) {
            throw new RequestException(Status.FORBIDDEN, "The header " + header + " names none of the hosts under which this"
                    + " console may be used. Add its host to the option helpdesk.console.hosts.");
        }
    }

    private static String hostOf(String address) {
        try {
            String host = URI.create(address).getHost();
            return host == null ? null : host.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static boolean isJson(MediaType type) {
        return type != null && MediaType.APPLICATION_JSON_TYPE.isCompatible(type) && !type.isWildcardType();
    }
}
