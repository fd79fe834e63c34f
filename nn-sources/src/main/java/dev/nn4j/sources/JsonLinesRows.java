// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.sources;

import dev.nn4j.api.DataException;
import dev.nn4j.api.DataException.Location;
import dev.nn4j.api.NearestName;
import dev.nn4j.core.table.RowSource;
import dev.nn4j.core.table.SourceRow;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Objects as rows. The columns are the keys of the first {@value #NAMING} objects, in the order in which they come first; a row
 * that lacks one has no value there, and a key that comes up only later is refused.
 */
final class JsonLinesRows implements RowSource {
    /** So many rows are looked at for the names of the columns; that many are in memory. */
    static final int NAMING = 1000;

    private final String source;
    private final JsonObjects objects;
    private final Queue<JsonObjects.Member> read = new ArrayDeque<>();
    private final Map<String, Integer> fields = new LinkedHashMap<>();

    private JsonLinesRows(String source, JsonObjects objects) {
        this.source = source;
        this.objects = objects;
    }

    /** Reads the names of the columns; what cannot be read is closed. */
    static JsonLinesRows open(InputStream in, String source) throws IOException {
        try {
            JsonLinesRows rows = new JsonLinesRows(source, new JsonObjects(in, source));
            rows.readNames();
            return rows;
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private void readNames() throws IOException {
        for (int row = 0; row < NAMING; row++) {
            Optional<JsonObjects.Member> object = objects.next();
            if (object.isEmpty()) {
                break;
            }
            object.get().members().keySet().forEach(name -> fields.putIfAbsent(name, fields.size()));
            read.add(object.get());
        }
        if (fields.isEmpty()) {
            throw new DataException(
                    new Location(source, 1, 1), "its objects are empty; give them keys, which name the columns");
        }
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public List<String> header() {
        return List.copyOf(fields.keySet());
    }

    @Override
    public Optional<SourceRow> next() throws IOException {
        JsonObjects.Member buffered = read.poll();
        Optional<JsonObjects.Member> object = buffered == null ? objects.next() : Optional.of(buffered);
        return object.map(this::row);
    }

    private SourceRow row(JsonObjects.Member object) {
        @Nullable Object[] cells = new Object[fields.size()];
        object.members().forEach((name, value) -> cells[field(name, object.line())] = value);
        return new SourceRow(object.line(), Arrays.asList(cells));
    }

    private int field(String name, long line) {
        Integer field = fields.get(name);
        if (field == null) {
            throw new DataException(
                    new Location(source, line, 1),
                    "has the key '" + name + "', which none of the first " + NAMING + " rows has"
                            + NearestName.hint(name, header())
                            + "; give it in the first row, with null where there is no value");
        }
        return field;
    }

    @Override
    public void close() throws IOException {
        objects.close();
    }
}
