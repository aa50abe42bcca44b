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
package io.github.camelhelpdesk.common.webhook;

import java.util.regex.Pattern;

import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.support.service.ServiceSupport;

/** Listens on the application's HTTP server: Camel's platform-http, found at run time, so that nobody else needs it. */
final class WakeUpListener extends ServiceSupport {

    private static final String COMPONENT = "platform-http";
    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._~-]+)+");
    private static final String NEEDS = " needs the application's HTTP server. Camel Main: add camel-platform-http-main and set"
            + " camel.server.enabled=true. Quarkus: add camel-quarkus-platform-http. Spring Boot: add"
            + " camel-platform-http-starter.";

    private final CamelContext context;
    private final String path;
    private final String endpoint;
    private final Processor processor;
    private Consumer server;

    /**
     * @param context the Camel context
     * @param path where to listen
     * @param endpoint whose wake-ups these are, as messages name it
     * @param processor answers them
     */
    WakeUpListener(CamelContext context, String path, String endpoint, Processor processor) {
        if (!PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("Option wakeUpPath of " + endpoint + " is not a path such as /wake-up/support:"
                    + " it begins with a slash and has letters, digits and . _ ~ - between slashes");
        }
        this.context = context;
        this.path = path;
        this.endpoint = endpoint;
        this.processor = processor;
    }

    @Override
    protected void doStart() {
        if (context.getComponent(COMPONENT, true, false) == null) {
            throw new IllegalStateException("Option wakeUpPath of " + endpoint + NEEDS);
        }
        WakeUpPaths.of(context).claim(path, endpoint);
        try {
            // Forms and uploads, which the server would unpack before we see them, are refused by it for their type.
            server = context.getEndpoint(COMPONENT + ":" + path + "?consumes=application/json").createConsumer(processor);
            ServiceHelper.startService(server);
        } catch (Exception e) {
            doStop();
            throw new IllegalStateException("Option wakeUpPath of " + endpoint + NEEDS + " (" + e.getMessage() + ")", e);
        }
    }

    @Override
    protected void doStop() {
        ServiceHelper.stopAndShutdownService(server);
        server = null;
        WakeUpPaths.of(context).release(path);
    }
}
