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
package io.github.camelhelpdesk.common.cursor;

import java.util.Map;

import org.apache.camel.CamelContext;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.processor.state.FileStateRepository;
import org.apache.camel.support.service.ServiceHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the repository that a consumer keeps its cursor in. */
public final class CursorRepositories {

    private static final Logger LOG = LoggerFactory.getLogger(CursorRepositories.class);

    private CursorRepositories() {
    }

    /**
     * The configured repository, else the only one in the registry, else memory.
     *
     * @param context the Camel context
     * @param configured value of the option cursorRepository, or null
     * @param endpoint the endpoint, as messages name it
     * @param startFrom value of the option startFrom, for the warning
     * @throws IllegalStateException when there are several beans and none is named
     */
    @SuppressWarnings({ "rawtypes", "unchecked" })
    public static StateRepository<String, String> resolve(CamelContext context, StateRepository<String, String> configured,
            String endpoint, String startFrom) {
        StateRepository<String, String> repository = configured;
        if (repository == null) {
            Map<String, StateRepository> beans = context.getRegistry().findByTypeWithName(StateRepository.class);
            if (beans.size() > 1) {
                throw new IllegalStateException("Several cursor repositories are registered ("
                        + String.join(", ", beans.keySet())
                        + ") and " + endpoint + " names none: set its option cursorRepository, for instance cursorRepository=#"
                        + beans.keySet().iterator().next());
            }
            repository = beans.isEmpty() ? inMemory(endpoint, startFrom) : beans.values().iterator().next();
        }
        if (repository instanceof FileStateRepository) {
            LOG.warn("{} keeps its progress in a FileStateRepository, which becomes very slow past about 17,000 entries;"
                    + " a CursorRepository on a database does not", endpoint);
        }
        ServiceHelper.startService(repository);
        return repository;
    }

    private static StateRepository<String, String> inMemory(String endpoint, String startFrom) {
        LOG.warn("{} has no cursor repository and keeps its progress in memory: after a restart it begins with startFrom={}"
                + " again, so that messages are {}. Register a CursorRepository bean to keep progress.", endpoint, startFrom,
                "now".equals(startFrom) ? "missed that were written while it was down" : "read again that were read before");
        return new MemoryCursorRepository();
    }
}
