// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.cli.command;

import dev.nn4j.verification.Nn;
import dev.nn4j.verification.cli.Launcher;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A browser without a window, where this machine has one.
 *
 * @param program Chromium or its like
 */
record Browser(String program) {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");

    /** The first that is found on the path. */
    static Optional<Browser> installed() {
        return NAMES.stream()
                .flatMap(name -> Stream.of(
                                System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .map(file -> new Browser(file.toString()))
                .findFirst();
    }

    /** Opens a page, lets its scripts run, and gives the document on out, what its console said on err. */
    Nn open(Path page) throws IOException, InterruptedException {
        Path profile = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "browser"); // goes with a clean
        return Launcher.in(page.getParent())
                .runCommand(List.of(
                        program,
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-background-networking",
                        "--user-data-dir=" + profile,
                        "--window-size=1200,900",
                        "--virtual-time-budget=5000",
                        "--enable-logging=stderr",
                        "--dump-dom",
                        page.toUri().toString()));
    }
}
