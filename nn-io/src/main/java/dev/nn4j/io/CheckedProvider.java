// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import dev.nn4j.api.ComponentException;
import dev.nn4j.api.Nn4jException;
import dev.nn4j.core.table.RowSource;
import dev.nn4j.core.table.SourceRow;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/** Somebody's provider, whose faults are told as its own, and not as those of who asked it. */
final class CheckedProvider implements RowSourceProvider {
    private final RowSourceProvider provider;

    CheckedProvider(RowSourceProvider provider) {
        this.provider = Objects.requireNonNull(provider, "row sources: a provider is null");
    }

    /** What may fail because of a file. */
    private interface Opening<T> {
        T open() throws IOException;
    }

    @Override
    public String name() {
        return answer("name()", provider::name);
    }

    @Override
    public boolean reads(String location) {
        return answer("reads(\"" + location + "\")", () -> provider.reads(location));
    }

    @Override
    public boolean recognizes(byte[] beginning) {
        return answer("recognizes(…)", () -> provider.recognizes(beginning.clone()));
    }

    @Override
    public RowSource open(SourceRequest request) throws IOException {
        return new Rows(request, opened(request, () -> provider.open(request)));
    }

    @Override
    public Optional<RowSource> open(SourceRequest request, InputStream in) throws IOException {
        Optional<RowSource> rows = opened(request, () -> provider.open(request, in));
        return rows.isEmpty() ? rows : Optional.of(new Rows(request, rows.get()));
    }

    @Override
    public List<Path> files(SourceRequest request) {
        return answer("files(\"" + request.location() + "\")", () -> provider.files(request));
    }

    private <T> T answer(String question, Supplier<T> answer) {
        try {
            return opened(question, answer::get);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T opened(SourceRequest request, Opening<T> opening) throws IOException {
        return opened("open(\"" + request.location() + "\")", opening);
    }

    /** What it says of its source is handed on as it is; all else it must not throw. */
    private <T> T opened(String question, Opening<T> opening) throws IOException {
        T answer;
        try {
            answer = opening.open();
        } catch (Nn4jException | CancellationException | UncheckedIOException e) {
            throw e;
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            throw broken(question + " throws " + e, e);
        }
        if (answer == null) {
            throw broken(question + " gives null", new NullPointerException(question));
        }
        return answer;
    }

    /** The rows that it gives. */
    private final class Rows implements RowSource {
        private final String place;
        private final String next;
        private final RowSource rows;
        private boolean ended;

        Rows(SourceRequest request, RowSource rows) {
            this.place = "open(\"" + request.location() + "\").";
            this.next = place + "next()"; // once, not for every row
            this.rows = rows;
        }

        @Override
        public String source() {
            return answer(place + "source()", rows::source);
        }

        @Override
        public List<String> header() {
            return answer(place + "header()", rows::header);
        }

        @Override
        public Optional<SourceRow> next() throws IOException {
            return beforeTheEnd(rows::next, Optional.empty());
        }

        @Override
        public Optional<SourceRow> nextOrBlank() throws IOException {
            return beforeTheEnd(rows::nextOrBlank, Optional.empty());
        }

        @Override
        public List<SourceRow> nextRows() throws IOException {
            return beforeTheEnd(rows::nextRows, List.of());
        }

        @Override
        public List<SourceRow> nextFilledRows() throws IOException {
            return beforeTheEnd(rows::nextFilledRows, List.of());
        }

        /** Readers of blocks ask once more: a source that has told its end is not asked again, whatever it would say. */
        private <T> T beforeTheEnd(Opening<T> asked, T end) throws IOException {
            if (ended) {
                return end;
            }
            T answer = opened(next, asked);
            ended = answer.equals(end);
            return answer;
        }

        @Override
        public long blankRows() {
            return answer(place + "blankRows()", rows::blankRows);
        }

        @Override
        public boolean isHeaderALine() {
            return answer(place + "isHeaderALine()", rows::isHeaderALine);
        }

        @Override
        public void close() throws IOException {
            rows.close();
        }
    }

    private ComponentException broken(String fault, Throwable cause) {
        String type = provider.getClass().getName();
        return new ComponentException(
                ComponentException.Reason.BROKEN,
                type,
                "row source provider " + type + " is broken: " + fault + "; correct it, or leave it out",
                cause);
    }
}
