// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import dev.nn4j.api.DataException;
import dev.nn4j.core.table.RowSource;
import dev.nn4j.io.internal.joined.JoinedRows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Several sources as one, each read by who knows it. */
final class JoinedProvider implements RowSourceProvider {
    private final RowSources sources;
    private final List<SourceRequest> parts;

    /** Of these, in this order; none may be there twice, as where a pattern matches what is named as well. */
    JoinedProvider(RowSources sources, List<SourceRequest> parts) {
        this.sources = sources;
        this.parts = parts;
        Set<String> seen = new HashSet<>();
        for (SourceRequest part : parts) {
            if (!seen.add(part.location())) {
                throw new DataException(
                        part.location() + ": is named twice among the files of one table; name it once");
            }
        }
    }

    @Override
    public String name() {
        return "several files";
    }

    @Override
    public boolean reads(String location) {
        return false;
    }

    @Override
    public RowSource open(SourceRequest request) throws IOException {
        return new JoinedRows(
                request.location(),
                parts.stream()
                        .<JoinedRows.Part>map(part -> () -> sources.ofOne(part).open(part))
                        .toList());
    }

    @Override
    public List<Path> files(SourceRequest request) {
        List<Path> files = new ArrayList<>();
        for (SourceRequest part : parts) {
            List<Path> found = sources.ofOne(part).files(part);
            if (found.isEmpty()) {
                return List.of();
            }
            files.addAll(found);
        }
        return files;
    }
}
