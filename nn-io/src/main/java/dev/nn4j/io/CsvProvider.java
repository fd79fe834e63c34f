// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import dev.nn4j.core.table.RowSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/** CSV, which files of any name may hold. */
final class CsvProvider implements RowSourceProvider {
    private final Optional<Path> fixed;

    /** Of the files that locations name. */
    CsvProvider() {
        this.fixed = Optional.empty();
    }

    /** Of this file, which may be of any file system. */
    CsvProvider(Path file) {
        this.fixed = Optional.of(file);
    }

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public boolean reads(String location) {
        return true;
    }

    @Override
    public RowSource open(SourceRequest request) throws IOException {
        return CsvRows.open(path(request), request.header());
    }

    @Override
    public Optional<RowSource> open(SourceRequest request, InputStream in) throws IOException {
        return Optional.of(CsvRows.of(in, request.location(), request.header()));
    }

    @Override
    public Optional<Path> file(SourceRequest request) {
        return Optional.of(path(request));
    }

    private Path path(SourceRequest request) {
        return fixed.orElseGet(() -> Path.of(request.location()));
    }
}
