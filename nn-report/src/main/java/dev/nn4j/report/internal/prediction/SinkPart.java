// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.prediction;

import dev.nn4j.io.sink.RowSink;
import java.util.ArrayList;
import java.util.List;

/** Lines for a sink, which takes them one by one. */
final class SinkPart implements LinesOut.Part {
    private final RowSink sink;
    private List<List<String>> lines = new ArrayList<>();

    /** Lines that are delivered to a sink. */
    SinkPart(RowSink sink) {
        this.sink = sink;
    }

    @Override
    public void add(List<String> cells) {
        lines.add(cells);
    }

    @Override
    public LinesOut.Delivery end() {
        List<List<String>> ended = lines;
        lines = new ArrayList<>();
        return () -> {
            for (List<String> line : ended) {
                sink.write(line);
            }
        };
    }
}
