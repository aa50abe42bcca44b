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
package io.github.camelhelpdesk.sync.ledger;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;

/**
 * Brings the tables up to date with Flyway. The files are named here instead of being searched for on the class path, which
 * works the same in every class loader.
 */
final class LedgerMigration implements ResourceProvider {

    private static final List<String> FILES = List.of("V1__ledger.sql", "V2__both_ways.sql", "V3__status.sql");

    static void run(DataSource dataSource) {
        try {
            Flyway.configure(LedgerMigration.class.getClassLoader())
                    .dataSource(dataSource)
                    .table("ledger_version")
                    .resourceProvider(new LedgerMigration())
                    .javaMigrationClassProvider(List::of)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new LedgerException("The tables of the ledger cannot be brought up to date: " + e.getMessage(), e);
        }
    }

    @Override
    public LoadableResource getResource(String name) {
        return FILES.contains(name) ? new MigrationFile(name) : null;
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return FILES.stream()
                .filter(name -> name.startsWith(prefix) && Stream.of(suffixes).anyMatch(name::endsWith))
                .<LoadableResource> map(MigrationFile::new)
                .toList();
    }
}
