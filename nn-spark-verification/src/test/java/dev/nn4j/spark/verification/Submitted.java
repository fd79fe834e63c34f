// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What spark-submit did in a JVM of its own, whose class path has Spark and nothing else.
 *
 * @param code with which it ended
 * @param out its stdout
 * @param err its stderr
 */
record Submitted(int code, String out, String err) {
    /** What it does with the measurements; texts and paths are its arguments. */
    static Submitted onMeasurements(Path folder, Object... arguments) throws IOException, InterruptedException {
        List<Object> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", Measurements.DATA));
        return run(folder, all.toArray());
    }

    /** The same, which it must have done. */
    Submitted withoutFault() {
        assertThat(code).as(err).isZero();
        return this;
    }

    /** Whatever it does; texts and paths are its arguments. */
    static Submitted run(Path folder, Object... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("--add") || option.startsWith("-Djdk"))
                .forEach(command::add);
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx512m", "-cp", sparkAlone()));
        command.add("org.apache.spark.deploy.SparkSubmit");
        command.addAll(List.of("--master", "local[2]", "--conf", "spark.ui.enabled=false"));
        command.addAll(List.of("--conf", "spark.sql.shuffle.partitions=2"));
        command.add(BundleTest.JAR.toString());
        Stream.of(arguments).map(Object::toString).forEach(command::add);
        Path out = folder.resolve("stdout");
        Path err = folder.resolve("stderr");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(10, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("spark-submit does not end: " + command);
        }
        return new Submitted(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    private static String sparkAlone() {
        String separator = System.getProperty("path.separator");
        return Stream.of(System.getProperty("java.class.path").split(separator))
                .filter(entry -> entry.endsWith(".jar") && !Path.of(entry).equals(BundleTest.JAR))
                .filter(entry -> !Path.of(entry).getFileName().toString().startsWith("nn-"))
                .collect(Collectors.joining(separator));
    }
}
