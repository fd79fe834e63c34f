// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.mlflow;

import dev.nn4j.core.Model;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The file {@code MLmodel}, and those that say what a Python needs to run the model.
 *
 * @param model that is described
 * @param signature what goes in and comes out
 * @param example whether rows of example lie beside it
 * @param bytes size of all other files
 */
record MlmodelText(Model model, Signature signature, boolean example, long bytes) {
    static final String ONNX_FILE = "model.onnx";
    static final String EXAMPLE_FILE = "input_example.json";
    static final String SERVING_FILE = "serving_input_example.json";
    static final String REQUIREMENTS_FILE = "requirements.txt";
    static final String CONDA_FILE = "conda.yaml";
    static final String PYTHON_FILE = "python_env.yaml";

    private static final String PYTHON = "3.11.9";

    /** The oldest that know all that is in a file: the operator sets that are written, and the signature's words. */
    private static final String ONNX = "1.17.0";

    private static final List<String> REQUIREMENTS = List.of("mlflow>=2.9", "onnx>=" + ONNX, "onnxruntime>=1.20");

    /** MLmodel, with its keys in the order in which MLflow writes them. */
    String yaml() {
        StringBuilder yaml = new StringBuilder();
        line(yaml, "flavors:");
        line(yaml, "  onnx:");
        line(yaml, "    code: null");
        line(yaml, "    data: " + ONNX_FILE);
        line(yaml, "    onnx_version: " + ONNX);
        line(yaml, "    providers:");
        line(yaml, "    - CPUExecutionProvider");
        line(yaml, "  python_function:");
        line(yaml, "    data: " + ONNX_FILE);
        line(yaml, "    env:");
        line(yaml, "      conda: " + CONDA_FILE);
        line(yaml, "      virtualenv: " + PYTHON_FILE);
        line(yaml, "    loader_module: mlflow.onnx");
        line(yaml, "    python_version: " + PYTHON);
        line(yaml, "model_size_bytes: " + bytes);
        if (example) {
            line(yaml, "saved_input_example_info:");
            line(yaml, "  artifact_path: " + EXAMPLE_FILE);
            line(yaml, "  pandas_orient: split");
            line(yaml, "  serving_input_path: " + SERVING_FILE);
            line(yaml, "  type: dataframe");
        }
        line(yaml, "signature:");
        line(yaml, "  inputs: " + quoted(signature.inputs()));
        line(yaml, "  outputs: " + quoted(signature.outputs()));
        line(yaml, "  params: null");
        created().ifPresent(time -> line(yaml, "utc_time_created: " + quoted(time)));
        return yaml.toString();
    }

    private static void line(StringBuilder yaml, String line) {
        yaml.append(line).append('\n');
    }

    /** YAML's plainest quotes, in which nothing but they themselves means anything. */
    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private Optional<String> created() {
        try {
            return Optional.of(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT)
                    .withZone(ZoneOffset.UTC)
                    .format(Instant.parse(model.provenance().createdUtc())));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static String requirements() {
        return String.join("\n", REQUIREMENTS) + "\n";
    }

    static String conda() {
        return "channels:\n- conda-forge\ndependencies:\n- python=" + PYTHON + "\n- pip\n- pip:\n  - "
                + String.join("\n  - ", REQUIREMENTS) + "\nname: mlflow-env\n";
    }

    static String python() {
        return "python: " + PYTHON + "\nbuild_dependencies:\n- pip\n- setuptools\n- wheel\ndependencies:\n- -r "
                + REQUIREMENTS_FILE + "\n";
    }
}
