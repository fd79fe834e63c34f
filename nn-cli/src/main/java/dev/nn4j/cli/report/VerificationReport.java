// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.report;

import dev.nn4j.cli.json.JsonArray;
import dev.nn4j.cli.json.JsonObject;
import dev.nn4j.io.ModelVerification;

/**
 * What checking a model found.
 *
 * @param file its name
 * @param verification the findings
 */
public record VerificationReport(String file, ModelVerification verification) {
    /** For people. */
    public String table() {
        int rows = verification.goldenRows();
        TextTable table = TextTable.ofTexts()
                .line("file", file)
                .line("structure", "sound")
                .line("checksum", "sha256 " + verification.sha256() + " agrees")
                .line("tensors", verification.tensors() + ", checksums agree, all weights finite")
                .line(
                        "golden rows",
                        verification.passed() ? rows + ", reproduced bit for bit" : rows + ", not reproduced");
        verification.differences().forEach(difference -> table.line("", difference));
        return table.line("result", verification.passed() ? "passed" : "failed").render();
    }

    /** For programs. */
    public JsonObject json() {
        return JsonObject.empty()
                .with("file", file)
                .with("passed", verification.passed())
                .with("sha256", verification.sha256())
                .with("tensors", verification.tensors())
                .with("goldenRows", verification.goldenRows())
                .with("differences", JsonArray.ofTexts(verification.differences()));
    }
}
