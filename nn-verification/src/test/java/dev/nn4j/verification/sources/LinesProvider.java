// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.sources;

import dev.nn4j.core.table.RowSource;
import dev.nn4j.io.RowSourceProvider;
import dev.nn4j.io.SourceRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads {@code lines:FILE}: a second kind of source, found as a service, whose cells are values. */
public final class LinesProvider implements RowSourceProvider {
    private static final String SCHEME = "lines:";

    @Override
    public String name() {
        return "lines";
    }

    @Override
    public boolean reads(String location) {
        return location.startsWith(SCHEME);
    }

    @Override
    public RowSource open(SourceRequest request) throws IOException {
        Path file = Path.of(request.location().substring(SCHEME.length()));
        return new LinesSource(request.location(), Files.newBufferedReader(file));
    }
}
