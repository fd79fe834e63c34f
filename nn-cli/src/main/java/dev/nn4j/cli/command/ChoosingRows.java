// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command;

import dev.nn4j.cli.files.FileUses;
import dev.nn4j.cli.files.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A model, the rows by which something of it is chosen, and where the model goes that has it. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class ChoosingRows {
    @Parameters(paramLabel = "MODEL", description = "The model.")
    private String model;

    @Mixin
    private RowsOptions reading = new RowsOptions();

    @Option(names = "--weight", paramLabel = "COL", description = "Weigh each row by this column.")
    private Optional<String> weight;

    @Option(
            names = "--out",
            paramLabel = "MODEL",
            description = "Where the changed model goes; without it nothing is written.")
    private Optional<String> out;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    /**
     * What they name, which may all be used together.
     *
     * @param model the file to read
     * @param given the rows to choose by, if they are
     * @param target the file to write, if one is asked for
     */
    record Files(Path model, Optional<Source> given, Optional<Path> target) {
        /** The rows to choose by. */
        Source rows() {
            return given.orElseThrow();
        }
    }

    /**
     * Looks at what is named.
     *
     * @param data the rows, as the user named them; none if there are none
     */
    Files files(List<String> data) throws IOException {
        FileUses traffic = new FileUses();
        Path read = traffic.readsModel("MODEL", model);
        Optional<Source> rows = data.isEmpty() ? Optional.empty() : Optional.of(reading.data(traffic, data));
        Optional<Path> target =
                out.isPresent() ? Optional.of(traffic.writesModel("--out", out.get())) : Optional.empty();
        traffic.check();
        return new Files(read, rows, target);
    }

    /** As the user named it. */
    String model() {
        return model;
    }

    Optional<String> weight() {
        return weight;
    }

    boolean json() {
        return json;
    }
}
