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

    private static final List<String> FILES = List.of("V1__ledger.sql");

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
