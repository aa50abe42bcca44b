package io.github.camelhelpdesk.sync.ledger;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

import org.flywaydb.core.api.resource.LoadableResource;

/** One migration inside our jar. */
final class MigrationFile extends LoadableResource {

    private final String name;

    MigrationFile(String name) {
        this.name = name;
    }

    @Override
    public Reader read() {
        InputStream stream = MigrationFile.class.getResourceAsStream("sqlite/" + name);
        if (stream == null) {
            throw new LedgerException("The jar of camel-helpdesk-sync lacks " + name);
        }
        return new InputStreamReader(stream, StandardCharsets.UTF_8);
    }

    @Override
    public String getAbsolutePath() {
        return name;
    }

    @Override
    public String getAbsolutePathOnDisk() {
        return name;
    }

    @Override
    public String getFilename() {
        return name;
    }

    @Override
    public String getRelativePath() {
        return name;
    }
}
