// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.sources;

import dev.nn4j.api.DataException;
import dev.nn4j.core.table.RowSource;
import dev.nn4j.io.RowSourceProvider;
import dev.nn4j.io.SourceRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** JSON lines: a flat object for each row. A file that holds one array of such objects is read as well. */
public final class JsonLinesProvider implements RowSourceProvider {
    private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";
    private static final Pattern OBJECTS = Pattern.compile("\\s*(\\[\\s*)?\\{\\s*(\".*|}.*)?", Pattern.DOTALL);

    @Override
    public String name() {
        return "JSON lines";
    }

    @Override
    public boolean reads(String location) {
        return false;
    }

    @Override
    public boolean recognizes(byte[] beginning) {
        String text = new String(beginning, StandardCharsets.ISO_8859_1);
        String begun = text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
        return OBJECTS.matcher(begun).matches();
    }

    @Override
    public RowSource open(SourceRequest request) {
        throw new DataException(request.location() + ": JSON lines are read from a stream");
    }

    @Override
    public Optional<RowSource> open(SourceRequest request, InputStream in) throws IOException {
        return Optional.of(JsonLinesRows.open(in, request.location()));
    }
}
