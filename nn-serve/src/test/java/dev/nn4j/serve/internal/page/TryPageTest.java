// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nn4j.io.ModelFile;
import dev.nn4j.serve.ServedSpecimens;
import dev.nn4j.serve.Server;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page to try a model, in a browser without a window, where this machine has one. */
class TryPageTest {
    private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome", "chrome");

    @TempDir
    private Path folder;

    @Test
    void asksAboutAnExampleAndShowsTheAnswerWithItsReasons() throws IOException, InterruptedException {
        Optional<Path> browser = browser();
        assumeTrue(browser.isPresent(), "no Chromium is here");
        ModelFile.write(ServedSpecimens.customers(0), folder.resolve("customers.nn"));
        try (Server server =
                Server.builder().model(folder.resolve("customers.nn")).port(0).start()) {
            String page = open(browser.get(), server.uri().toString());
            assertThat(page)
                    .contains("data-state=\"answered\"", "with probability", "Why: what each value adds to")
                    .contains("training saw 16 to ", "type=\"date\"", "type=\"datetime-local\"")
                    .containsPattern("class=\"said\">(left|stayed)<");
        }
    }

    @Test
    void loadsNothingFromElsewhere() throws IOException {
        for (String file : List.of("try.html", "try.css", "try.js")) {
            String text =
                    new String(TryPage.file(file), StandardCharsets.UTF_8).replace("http://www.w3.org/2000/svg", "");
            assertThat(text).as(file).doesNotContain("http:", "https:", "//cdn", "@import");
        }
    }

    private String open(Path browser, String address) throws IOException, InterruptedException {
        Path out = folder.resolve("page.html");
        Process process = new ProcessBuilder(
                        browser.toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--window-size=390,800",
                        "--virtual-time-budget=10000",
                        "--dump-dom",
                        address)
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.waitFor();
        return Files.readString(out);
    }

    private static Optional<Path> browser() {
        return BROWSERS.stream()
                .flatMap(name -> Stream.of(
                                System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .map(directory -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
