// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.bundle;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.api.DataException;
import dev.nn4j.api.ModelFormatException;
import dev.nn4j.api.Nn4jException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Optional;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.SparkSession;

/**
 * nn's commands on a cluster.
 *
 * <pre>spark-submit nn-spark-bundle.jar train --config c.json --data hdfs:///customers.parquet --out hdfs:///customers.nn</pre>
 *
 * <p>Reports go to stdout, progress and errors to stderr. It ends with 0, or as nn does: 2 for wrong arguments, 3 for data, 4
 * for a model, 5 for a configuration, 7 for a file, 1 for anything else.
 *
 * @since 0.1.0
 */
public final class Submit {
    private static final int BUG = 1;
    private static final int USAGE = 2;
    private static final int DATA = 3;
    private static final int MODEL = 4;
    private static final int CONFIGURATION = 5;
    private static final int FILE = 7;

    private final PrintStream out;
    private final PrintStream err;

    private Submit(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Runs a command, and ends the JVM where that fails. */
    public static void main(String[] arguments) {
        int code = new Submit(System.out, System.err).run(arguments);
        if (code != 0) {
            System.exit(code);
        }
    }

    @SuppressWarnings("CatchAndPrintStackTrace") // of a bug, which somebody must be able to find
    private int run(String[] arguments) {
        if (arguments.length == 0 || arguments[0].equals("--help")) {
            (arguments.length == 0 ? err : out).print(Options.HELP);
            return arguments.length == 0 ? USAGE : 0;
        }
        try {
            out.print(report(Options.of(arguments[0], Arrays.copyOfRange(arguments, 1, arguments.length))));
            return 0;
        } catch (Exception e) {
            Optional<Throwable> known = known(e);
            if (known.isEmpty()) {
                e.printStackTrace(err);
                return BUG;
            }
            err.println("error: " + message(known.get()));
            return code(known.get());
        }
    }

    private String report(Options options) throws IOException {
        Job job = job(options);
        SparkSession spark =
                SparkSession.builder().appName("nn " + options.command()).getOrCreate();
        try {
            return job.run(spark);
        } finally {
            spark.stop();
        }
    }

    private Job job(Options options) {
        return switch (options.command()) {
            case "train" -> options.has("--folds") ? new FoldsJob(options, err) : new TrainJob(options, err);
            case "tune" -> new TuneJob(options, err);
            case "evaluate" -> new EvaluateJob(options);
            default -> new PredictJob(options);
        };
    }

    /** What can be explained to who called; it may have happened in a task, whose fault is the cause of another's. */
    private static Optional<Throwable> known(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof Nn4jException
                    || cause instanceof Options.UsageException
                    || cause instanceof IOException
                    || cause instanceof AnalysisException) {
                return Optional.of(cause);
            }
        }
        return Optional.empty();
    }

    private static String message(Throwable fault) {
        return (fault instanceof FileNotFoundException ? "there is no such file: " : "") + fault.getMessage();
    }

    private static int code(Throwable fault) {
        if (fault instanceof Options.UsageException) {
            return USAGE;
        }
        if (fault instanceof DataException || fault instanceof AnalysisException) {
            return DATA;
        }
        if (fault instanceof ModelFormatException) {
            return MODEL;
        }
        if (fault instanceof ConfigurationException) {
            return CONFIGURATION;
        }
        return fault instanceof IOException ? FILE : BUG;
    }
}
