// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.rows;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import dev.nn4j.api.NearestName;
import dev.nn4j.api.Printable;
import dev.nn4j.core.table.SourceRow;
import dev.nn4j.serve.internal.call.Refusal;
import dev.nn4j.serve.internal.call.RowFault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads rows of JSON as they come: a list of objects or of lists, one object, or the frames that data tools write, {@code
 * dataframe_split}, {@code dataframe_records} and {@code instances}. A text is a cell as CSV has it; a number, true or false is
 * the value itself; null is a gap. Not shared by threads at the same time.
 */
public final class JsonBody {
    private static final String SPLIT = "dataframe_split";
    private static final List<String> FRAMES = List.of(SPLIT, "dataframe_records", "instances");

    private final JsonTokens json;
    private final RowMembers members;
    private final int mostRows;
    private final List<SourceRow> rows = new ArrayList<>();
    private List<String> header;

    private JsonBody(JsonTokens json, RowMembers members, int mostRows) {
        this.json = json;
        this.members = members;
        this.header = members.features();
        this.mostRows = mostRows;
    }

    /**
     * Reads all rows.
     *
     * @throws Refusal if it is no JSON, or no rows
     */
    public static ListedRows read(byte[] body, RowMembers members, int mostRows, JsonFactory factory)
            throws IOException {
        return JsonReading.of(body, members.names(), factory, reader(members, mostRows));
    }

    static JsonReading.Reader<ListedRows> reader(RowMembers members, int mostRows) {
        return tokens -> new JsonBody(tokens, members, mostRows).rows();
    }

    private ListedRows rows() throws IOException {
        document();
        return new ListedRows(header, rows);
    }

    private void document() throws IOException {
        JsonToken first = json.next();
        if (first == JsonToken.START_ARRAY) {
            list();
        } else if (first == JsonToken.START_OBJECT) {
            object();
        } else {
            throw Refusal.bad("the body must be JSON: a list of rows, an object, or {\"" + SPLIT + "\": …}");
        }
    }

    /** A frame, or one row. */
    private void object() throws IOException {
        String name = json.nextName();
        if (name == null || !FRAMES.contains(name) || members.isFeature(name)) {
            rows.add(members.row(1, json, Optional.ofNullable(name)));
            return;
        }
        JsonToken value = json.next();
        if (name.equals(SPLIT) && value == JsonToken.START_OBJECT) {
            split();
        } else if (!name.equals(SPLIT) && value == JsonToken.START_ARRAY) {
            list();
        } else {
            throw Refusal.bad(name + ": must be " + (name.equals(SPLIT) ? "an object" : "a list of rows"));
        }
        String more = json.nextName();
        if (more != null) {
            throw Refusal.bad("'" + Printable.of(more) + "': nothing may stand beside " + name);
        }
    }

    private void list() throws IOException {
        for (JsonToken token = json.next(); token != JsonToken.END_ARRAY; token = json.next()) {
            long number = rows.size() + 1L;
            RowCount.require(number, mostRows);
            if (token == JsonToken.START_OBJECT) {
                rows.add(members.row(number, json, Optional.ofNullable(json.nextName())));
            } else if (token == JsonToken.START_ARRAY) {
                rows.add(new SourceRow(number, cells(number)));
            } else {
                throw Refusal.row(new RowFault(
                        number,
                        "",
                        "must be an object or a list, got " + JsonCell.described(json),
                        "see /openapi.json"));
            }
        }
    }

    private List<Object> cells(long number) throws IOException {
        List<Object> cells = new ArrayList<>(header.size());
        while (json.next() != JsonToken.END_ARRAY) {
            cells.add(JsonCell.of(json, number, cells.size() < header.size() ? header.get(cells.size()) : ""));
        }
        if (cells.size() != header.size()) {
            throw Refusal.row(new RowFault(
                    number,
                    "",
                    "must have " + header.size() + " cells, got " + cells.size(),
                    "give one for each of " + String.join(", ", header)));
        }
        return cells;
    }

    private void split() throws IOException {
        boolean named = false;
        boolean filled = false;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            switch (name) {
                case "columns" -> {
                    if (filled) {
                        throw Refusal.bad(SPLIT + ": columns must stand before data");
                    }
                    header = columns();
                    named = true;
                }
                case "data" -> {
                    requireList("data");
                    list();
                    filled = true;
                }
                case "index" -> {
                    json.next();
                    json.skipChildren();
                }
                default ->
                    throw Refusal.bad(SPLIT + ": there is no '" + Printable.of(name) + "'"
                            + NearestName.hint(name, List.of("columns", "index", "data")));
            }
        }
        if (!named || !filled) {
            throw Refusal.bad(SPLIT + ": must have columns and data");
        }
    }

    private void requireList(String name) throws IOException {
        if (json.next() != JsonToken.START_ARRAY) {
            throw Refusal.bad(SPLIT + "." + name + ": must be a list, got " + JsonCell.described(json));
        }
    }

    private List<String> columns() throws IOException {
        requireList("columns");
        List<String> names = new ArrayList<>();
        while (json.next() != JsonToken.END_ARRAY) {
            if (json.current() != JsonToken.VALUE_STRING || names.contains(json.text())) {
                throw Refusal.bad(SPLIT + ".columns: must be different names, got " + JsonCell.described(json));
            }
            names.add(json.text());
        }
        return names;
    }
}
