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

import java.util.Set;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Answers REST requests only under the names that the console has. A page anywhere on the web can let a name of its own point
 * to this machine and then read what a browser here may read (DNS rebinding); it cannot have the browser ask under our name.
 */
@Provider
class HostFilter implements ContainerRequestFilter {

    private final Set<String> hosts;

    HostFilter(@ConfigProperty(name = "helpdesk.console.hosts", defaultValue = "localhost,127.0.0.1,[::1]") Set<String> hosts) {
        this.hosts = hosts;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (!hosts.contains(request.getUriInfo().getRequestUri().getHost())) {
            throw new RequestException(Status.FORBIDDEN,
                    "The console is not known under this host name. Add it to the option helpdesk.console.hosts.");
        }
    }
}
