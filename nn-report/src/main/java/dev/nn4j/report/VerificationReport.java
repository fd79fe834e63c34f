// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report;

import dev.nn4j.config.internal.json.Json;
import dev.nn4j.config.internal.json.JsonMembers;
import dev.nn4j.io.ModelVerification;
import dev.nn4j.report.internal.text.TextTable;

/**
 * What checking a model found.
 *
 * @param file its name
 * @param verification the findings
 * @since 0.1.0
 */
public record VerificationReport(String file, ModelVerification verification) implements Report {
    @Override
    public String text() {
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

    @Override
    public String json() {
        return members().pretty();
    }

    JsonMembers members() {
        return JsonMembers.none()
                .with("file", file)
                .with("passed", verification.passed())
                .with("sha256", verification.sha256())
                .with("tensors", verification.tensors())
                .with("goldenRows", verification.goldenRows())
                .with("differences", Json.texts(verification.differences()));
    }
}
