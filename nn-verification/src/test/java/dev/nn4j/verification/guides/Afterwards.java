// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.guides;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;

/** What is looked at when a page has been walked, beside what the page itself shows. */
final class Afterwards {
    private Afterwards() {}

    /** The looks at what a page has left in its folder. */
    static List<DynamicTest> of(String page, Path folder) {
        return switch (page) {
            case "mixed-columns.md" ->
                List.of(dynamicTest(
                        "ONNX Runtime predicts from the raw cells what nn predicts",
                        () -> OnnxJudge.assertAgree(
                                folder.resolve("customers.onnx"),
                                folder.resolve("examples/customers/customers.csv"),
                                folder.resolve("predictions.csv"))));
            case "python.md" ->
                List.of(
                        dynamicTest(
                                "ONNX Runtime predicts flowers as nn does",
                                () -> OnnxJudge.assertAgree(
                                        folder.resolve("iris.onnx"),
                                        folder.resolve("examples/iris/iris.csv"),
                                        folder.resolve("predictions.csv"))),
                        dynamicTest(
                                "ONNX Runtime predicts customers as nn does",
                                () -> OnnxJudge.assertAgree(
                                        folder.resolve("customers.onnx"),
                                        folder.resolve("examples/customers/customers.csv"),
                                        folder.resolve("outcomes.csv"))));
            default -> List.of();
        };
    }
}
