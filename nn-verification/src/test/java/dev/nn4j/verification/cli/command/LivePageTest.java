// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nn4j.report.live.LivePage;
import dev.nn4j.verification.Nn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of {@code --watch}, as a browser draws it. */
class LivePageTest {
    private static final String HOSTILE = "\\u003cimg src=x onerror=alert(1)>";

    private static final String RUN = """
        {"name": "NAME", "at": {"epoch": 3, "epochs": 4, "share": 0.5, "loss": 0.3},
         "epoch": [1, 2], "loss": [0.5, 0.4], "validationLoss": [0.6, 0.5], "accuracy": [0.7, 0.8],
         "validationAccuracy": [0.6, 0.7], "learningRate": [0.1, 0.05], "scores": {"val_auc": [0.8, 0.9]}}
        """;

    /** Stands in for the server: what it tells, at once. */
    private static final String TOLD = """
        <script>
        window.EventSource = class {
          addEventListener(kind, hear) {
            if (kind === 'message') setTimeout(() => MESSAGES.forEach(one => hear({ data: JSON.stringify(one) })), 100);
          }
          close() { document.body.dataset.closed = 'yes'; }
        };
        setTimeout(() => {
          const canvases = [...document.querySelectorAll('canvas')];
          const blank = canvases.filter(canvas => !canvas.getContext('2d')
            .getImageData(0, 0, canvas.width, canvas.height).data.some(byte => byte !== 0));
          document.body.dataset.census = canvases.length + ' canvases, ' + blank.length + ' blank';
        }, 3000);
        </script>
        <main\
        """;

    @TempDir
    private Path folder;

    private String drawn(String messages) throws IOException, InterruptedException {
        Optional<Browser> browser = Browser.installed();
        assumeTrue(browser.isPresent(), "there is no Chromium on the path, so no page was drawn");
        Path page = folder.resolve("live.html");
        Files.writeString(page, LivePage.html().replace("<main id", TOLD.replace("MESSAGES", messages) + " id"));
        Nn seen = browser.get().open(page);
        assertThat(seen.err()).doesNotContain("CONSOLE");
        return seen.out();
    }

    private static String first(String runs) {
        return "{\"title\": \"" + HOSTILE + "\", \"data\": \"d.csv\", \"configuration\": \"{}\", \"networks\": 1,"
                + " \"seconds\": 3, \"runs\": [" + runs + "]}";
    }

    @Test
    void aTrainingIsDrawnAsItGrowsAndItsEndIsTheLastThatIsHeard() throws IOException, InterruptedException {
        String run = RUN.replace("NAME", "");
        assertThat(drawn("[" + first(run) + ", {\"seconds\": 4, \"runs\": [], \"end\": {\"complete\": true,"
                        + " \"words\": \"it came to \\u003cb>this\"}}]"))
                .contains("data-census=\"4 canvases, 0 blank\"", "data-closed=\"yes\"")
                .contains("&lt;img src=x", "it came to &lt;b&gt;this", "complete", "best 0.5000, epoch 2");
    }

    @Test
    void severalNetworksHaveOneChartEachOfLossAndAccuracy() throws IOException, InterruptedException {
        assertThat(drawn("[" + first(RUN.replace("NAME", "fold-1") + "," + RUN.replace("NAME", "fold-2")) + "]"))
                .contains("data-census=\"2 canvases, 0 blank\"", "fold 1", "fold 2", ">training<");
    }

    @Test
    void aSearchShowsItsTrialsTheBestFirst() throws IOException, InterruptedException {
        String search = "{\"score\": \"val_loss\", \"lessIsBetter\": true, \"rows\": 90, \"heldOut\": 30,"
                + " \"settings\": [\"optimizer.learningRate\"], \"share\": 0.4, \"trials\": ["
                + "{\"trial\": 0, \"rung\": 1, \"epochs\": 2, \"score\": 0.5, \"settings\": [\"0.001\"]},"
                + "{\"trial\": 1, \"rung\": 1, \"epochs\": 0, \"score\": null, \"settings\": [\"" + HOSTILE + "\"]},"
                + "{\"trial\": 2, \"rung\": 1, \"epochs\": 2, \"score\": 0.25, \"settings\": [\"0.07\"]}]}";
        String runs = RUN.replace("NAME", "trial-0") + "," + RUN.replace("NAME", "trial-2");
        String first = first(runs).replaceFirst("}$", ", \"search\": " + search.replace("\\", "\\\\") + "}");
        String later = "{\"seconds\": 4, \"runs\": [], \"search\": {\"share\": 0.5, \"trials\": [{\"trial\": 2,"
                + " \"rung\": 2, \"epochs\": 4, \"score\": 0.125, \"settings\": [\"0.07\"]}]}}";
        assertThat(drawn("[" + first + ", " + later + "]"))
                .contains("data-census=\"3 canvases, 0 blank\"", "searching", "A search on d.csv")
                .contains("0.1250", "trial 2, after 4 epochs", "0, as given", "failed", "learningRate", "0.07")
                .containsSubsequence("Each trial, the best first", "<td>2</td>", "0, as given", "<td>1</td>")
                .doesNotContain("<img src=x");
    }
}
