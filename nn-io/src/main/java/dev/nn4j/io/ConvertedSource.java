// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.internal.flight.RecordedRows;
import dev.nn4j.core.table.RowSource;
import dev.nn4j.io.internal.file.DigestedStream;
import dev.nn4j.io.internal.file.NamedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A source that becomes a table file, or may have become one before.
 *
 * @param request whose location names it in messages
 * @param provider which opens it
 * @param files that hold all of it, if they do
 */
record ConvertedSource(SourceRequest request, RowSourceProvider provider, List<Path> files) {

    /** CSV in a file, which may be of any file system. */
    static ConvertedSource csv(Path file, Header header) {
        return new ConvertedSource(new SourceRequest(file.toString(), header), FileProvider.csv(file), List.of(file));
    }

    static ConvertedSource of(RowSources sources, SourceRequest request) throws IOException {
        RowSourceProvider provider = sources.provider(request);
        return new ConvertedSource(request, provider, provider.files(request));
    }

    String name() {
        return request.location();
    }

    RowSource open() throws IOException {
        return provider.open(request);
    }

    /** Takes the rows, and the digest of the bytes that they came from; of what is no file, an empty one. */
    interface Conversion {
        void of(RowSource rows, Digest digest) throws IOException;
    }

    /** A digest that is there once the rows are read. */
    interface Digest {
        String sha256() throws IOException;
    }

    /** Reads the rows; their bytes, where the kind of source allows it, only once. */
    void convert(Conversion conversion, Cancellation cancellation) throws IOException {
        if (files.size() == 1) {
            try (DigestedStream in = bytes(files.get(0))) {
                Optional<RowSource> streamed = provider.open(request, in);
                if (streamed.isPresent()) {
                    try (RowSource rows = RecordedRows.of(streamed.get())) {
                        conversion.of(rows, () -> in.sha256(cancellation));
                    }
                    return;
                }
            }
        }
        try (RowSource rows = RecordedRows.of(open())) {
            conversion.of(rows, () -> sha256(cancellation));
        }
    }

    /** The digest of what the file holds now; of several, the digest of theirs in order. */
    String sha256(Cancellation cancellation) throws IOException {
        StringBuilder digests = new StringBuilder();
        for (Path file : files) {
            try (DigestedStream in = bytes(file)) {
                digests.append(in.sha256(cancellation));
            }
        }
        if (files.size() < 2) {
            return digests.toString();
        }
        byte[] all = digests.toString().getBytes(StandardCharsets.US_ASCII);
        try (DigestedStream in = new DigestedStream(new ByteArrayInputStream(all), all.length)) {
            return in.sha256(cancellation);
        }
    }

    private static DigestedStream bytes(Path file) throws IOException {
        return new DigestedStream(NamedInputStream.open(file), Files.size(file));
    }
}
