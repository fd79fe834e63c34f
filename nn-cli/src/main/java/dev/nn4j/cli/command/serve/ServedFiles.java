// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command.serve;

import dev.nn4j.cli.console.Failure;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is served.
 *
 * @param models files
 * @param shadows files by the name of the model behind which they stand
 */
record ServedFiles(List<Path> models, Map<String, Path> shadows) {
    static ServedFiles of(List<String> models, List<String> shadows) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String model : models) {
            if (Files.isDirectory(Path.of(model))) {
                files.addAll(of(Path.of(model)));
            } else {
                files.add(Path.of(model));
            }
        }
        Map<String, Path> behind = new LinkedHashMap<>();
        for (String shadow : shadows) {
            int equals = shadow.indexOf('=');
            if (equals < 1 || equals == shadow.length() - 1) {
                throw Failure.usage("--shadow: must be NAME=MODEL, as in customers=next.nn, got '" + shadow + "'");
            }
            behind.put(shadow.substring(0, equals), Path.of(shadow.substring(equals + 1)));
        }
        return new ServedFiles(files, behind);
    }

    private static List<Path> of(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.nn")) {
            found.forEach(files::add);
        }
        if (files.isEmpty()) {
            throw Failure.file(folder + ": there is no *.nn in this folder; name a model, or a folder of them");
        }
        files.sort(null);
        return files;
    }
}
