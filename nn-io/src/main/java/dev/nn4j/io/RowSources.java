// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import dev.nn4j.api.ComponentException;
import dev.nn4j.api.DataException;
import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.internal.flight.RecordedRows;
import dev.nn4j.core.table.RowSource;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.table.TableBuilder;
import dev.nn4j.io.internal.file.Interruptible;
import dev.nn4j.io.internal.joined.FilePattern;
import dev.nn4j.io.internal.table.ParsedRows;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Opens sources of rows, each by the {@link RowSourceProvider} that knows its scheme, or how its file begins; what none knows
 * is CSV, whatever it is called. Files may be packed, by gzip or in a way for which there is an {@link
 * dev.nn4j.io.packed.Unpacker}. Several files, or a pattern of their names, are one table: in the order given, those of a
 * pattern by name, each with the same header. Immutable and safe for all threads.
 *
 * @since 0.1.0
 */
public final class RowSources {
    private final List<RowSourceProvider> providers;
    private final RowSourceProvider files;

    private RowSources(List<RowSourceProvider> providers) {
        this.providers =
                providers.stream().<RowSourceProvider>map(CheckedProvider::new).toList();
        this.files = new FileProvider(this.providers);
    }

    /** CSV, and all that is found as a service beside this library. */
    public static RowSources installed() {
        return installed(Objects.requireNonNull(RowSources.class.getClassLoader(), "application loader"));
    }

    /**
     * CSV, and all services that a class loader sees.
     *
     * @throws ComponentException if one cannot be loaded
     */
    public static RowSources installed(ClassLoader loader) {
        try {
            return of(ServiceLoader.load(RowSourceProvider.class, loader).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList());
        } catch (ServiceConfigurationError e) {
            throw new ComponentException(
                    ComponentException.Reason.BROKEN,
                    RowSourceProvider.class.getName(),
                    "a row source provider cannot be loaded: " + e.getMessage()
                            + (e.getCause() == null ? "" : ", " + e.getCause()) + "; correct it, or leave it out",
                    e);
        }
    }

    /** CSV and these. */
    public static RowSources of(List<RowSourceProvider> providers) {
        return new RowSources(providers);
    }

    /** Whether a location is a provider's, and so need not be the name of a file. */
    public boolean isClaimed(String location) {
        return !claimants(location).isEmpty();
    }

    /**
     * Opens a source.
     *
     * @throws IOException if it cannot be read; the message names it
     * @throws DataException if it does not hold what its name says
     * @throws ComponentException if two providers claim it, or its provider throws what it must not, or gives null
     */
    public RowSource open(SourceRequest request) throws IOException {
        return RecordedRows.of(provider(request).open(request));
    }

    /**
     * Reads a stream; closing the rows closes it.
     *
     * @param request whose location names the stream in messages, and says what it holds where a provider claims it
     * @throws IOException if the stream cannot be read
     * @throws DataException if it holds something else, or of what it holds no stream can be read
     */
    public RowSource open(SourceRequest request, InputStream in) throws IOException {
        RowSourceProvider provider = provider(request);
        RowSource rows = provider.open(request, in)
                .orElseThrow(() -> new DataException(request.location() + ": "
                        + (provider == files
                                ? "holds what is not read from first to last; save it as a file, and name that"
                                : provider.name() + " cannot be read from a stream; give its own location")));
        return RecordedRows.of(rows);
    }

    /**
     * The files that hold all that a source gives, if they do.
     *
     * @throws IOException if none matches a pattern, or a folder cannot be read
     */
    public List<Path> files(SourceRequest request) throws IOException {
        return provider(request).files(request);
    }

    /**
     * Reads the remaining rows into memory; use this to inspect the header first.
     *
     * @param types how the column of a name is read
     * @throws IOException if they cannot be read; the message names the source
     * @throws DataException if a row has more or fewer cells than the header, or a cell cannot be used
     */
    public static Table read(RowSource rows, Function<String, CellType> types) throws IOException {
        return read(rows, types, () -> false);
    }

    /**
     * The same, which can be cancelled.
     *
     * @param cancelled is asked between rows whether to give up
     * @throws java.util.concurrent.CancellationException if it said so, or the thread is interrupted, which it then still
     *     is
     */
    public static Table read(RowSource rows, Function<String, CellType> types, BooleanSupplier cancelled)
            throws IOException {
        return read(rows, types, cancelled, 1);
    }

    /**
     * The same on several threads, which parse the rows side by side while the calling one asks the source for more. The table is
     * the same, and so is the first fault.
     *
     * @param threads at most so many work; at least 1
     * @throws IllegalArgumentException for fewer
     * @since 0.1.0
     */
    public static Table read(RowSource rows, Function<String, CellType> types, BooleanSupplier cancelled, int threads)
            throws IOException {
        Cancellation cancellation = Cancellation.when(cancelled);
        List<CellType> byColumn = rows.header().stream().map(types).toList();
        TableBuilder table = Table.builder(rows.source(), rows.header(), byColumn);
        return Interruptible.get("the reading of " + rows.source(), () -> {
            ParsedRows.bring(rows, table.newBlock(), threads, cancellation, ParsedRows.memory(table));
            return table.build();
        });
    }

    /** Who opens all of it. */
    RowSourceProvider provider(SourceRequest request) throws IOException {
        List<SourceRequest> parts = new ArrayList<>();
        for (String location : request.locations()) {
            FilePattern pattern = new FilePattern(location);
            if (isClaimed(location) || !pattern.isPattern()) {
                parts.add(request.at(location));
            } else {
                pattern.files().forEach(file -> parts.add(request.at(file)));
            }
        }
        return parts.equals(List.of(request)) ? ofOne(request) : new JoinedProvider(this, parts);
    }

    RowSourceProvider ofOne(SourceRequest request) {
        List<RowSourceProvider> found = claimants(request.location());
        if (found.size() > 1) {
            throw new ComponentException(
                    ComponentException.Reason.DUPLICATE,
                    request.location(),
                    request.location() + ": is claimed by "
                            + String.join(
                                    " and ",
                                    found.stream().map(RowSourceProvider::name).toList())
                            + "; leave one of them out");
        }
        return found.isEmpty() ? files : found.get(0);
    }

    private List<RowSourceProvider> claimants(String location) {
        return providers.stream().filter(provider -> provider.reads(location)).toList();
    }
}
