// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import dev.nn4j.api.DataException;
import dev.nn4j.core.table.RowSource;
import dev.nn4j.io.internal.file.NamedInputStream;
import dev.nn4j.io.internal.packed.Unpacked;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Files, told by how they begin and not by their names: what no other provider recognizes is CSV. */
final class FileProvider implements RowSourceProvider {
    private final List<RowSourceProvider> others;
    private final Optional<Path> fixed;

    /** Of the files that locations name, which these may recognize. */
    FileProvider(List<RowSourceProvider> others) {
        this(others, Optional.empty());
    }

    private FileProvider(List<RowSourceProvider> others, Optional<Path> fixed) {
        this.others = others;
        this.fixed = fixed;
    }

    /** Of this file, which may be of any file system, and is CSV. */
    static FileProvider csv(Path file) {
        return new FileProvider(List.of(), Optional.of(file));
    }

    @Override
    public String name() {
        return "files";
    }

    @Override
    public boolean reads(String location) {
        return true;
    }

    @Override
    public RowSource open(SourceRequest request) throws IOException {
        requireNoQuery(request);
        Path path = path(request);
        if (!Files.isRegularFile(path)) {
            return of(request, NamedInputStream.open(path)); // which may be read once only
        }
        Optional<RowSourceProvider> other = others.isEmpty() ? Optional.empty() : recognizing(request, path);
        if (other.isEmpty()) {
            return CsvRows.open(path, request.header());
        }
        Optional<RowSource> streamed = streamed(other.get(), request, NamedInputStream.open(path));
        return streamed.isPresent() ? streamed.get() : other.get().open(request);
    }

    @Override
    public Optional<RowSource> open(SourceRequest request, InputStream in) throws IOException {
        requireNoQuery(request);
        if (fixed.isPresent()) {
            return Optional.of(CsvRows.of(in, request.location(), request.header()));
        }
        Unpacked unpacked = unpacked(request, in);
        Optional<RowSourceProvider> other = recognizing(unpacked);
        return other.isPresent()
                ? streamed(other.get(), request, unpacked)
                : Optional.of(CsvRows.of(unpacked, request.location(), request.header()));
    }

    @Override
    public List<Path> files(SourceRequest request) {
        return List.of(path(request));
    }

    private RowSource of(SourceRequest request, InputStream in) throws IOException {
        return open(request, in)
                .orElseThrow(() -> new DataException(request.location()
                        + ": holds what is not read from first to last, and can be read once only; save it as a file"));
    }

    /** Closes what is not read. */
    private Optional<RowSource> streamed(RowSourceProvider provider, SourceRequest request, InputStream in)
            throws IOException {
        return streamed(provider, request, unpacked(request, in));
    }

    private static Optional<RowSource> streamed(RowSourceProvider provider, SourceRequest request, Unpacked unpacked)
            throws IOException {
        Optional<RowSource> rows = provider.open(request, unpacked.bytes());
        if (rows.isEmpty()) {
            unpacked.bytes().close();
        }
        return rows;
    }

    private static Unpacked unpacked(SourceRequest request, InputStream in) throws IOException {
        try {
            return Unpacked.of(in, request.location());
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private Optional<RowSourceProvider> recognizing(SourceRequest request, Path path) throws IOException {
        try (InputStream in = NamedInputStream.open(path)) {
            return recognizing(Unpacked.of(in, request.location()));
        }
    }

    private Optional<RowSourceProvider> recognizing(Unpacked unpacked) {
        return others.stream()
                .filter(provider -> provider.recognizes(unpacked.beginning()))
                .findFirst();
    }

    private static void requireNoQuery(SourceRequest request) {
        if (request.query().isPresent()) {
            throw new DataException(
                    request.location() + ": is a file, of which no query is asked; leave the query out");
        }
    }

    private Path path(SourceRequest request) {
        return fixed.orElseGet(() -> Path.of(request.location()));
    }
}
