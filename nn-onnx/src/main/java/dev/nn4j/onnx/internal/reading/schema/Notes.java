// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.reading.schema;

import java.util.ArrayList;
import java.util.List;

/** What a user should know of a file that could be read all the same. */
public final class Notes {
    private final List<String> notes = new ArrayList<>();

    public void add(String note) {
        notes.add(note);
    }

    public List<String> all() {
        return List.copyOf(notes);
    }
}
