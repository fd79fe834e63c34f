// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.score;

import dev.nn4j.core.internal.work.ColumnWalk;
import dev.nn4j.core.internal.work.SharedLoop;
import dev.nn4j.core.table.WordArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** What several metrics are made of, made once: side by side, as far as the rows' threads go. For the calling thread alone. */
final class MetricParts {
    private final ScoredRows rows;
    private final MeanCosts means;
    private final List<Confusion> confusions = new ArrayList<>();
    private final List<RankScores> ranks = new ArrayList<>();
    private OptionalDouble squares = OptionalDouble.empty();

    MetricParts(ScoredRows rows, MeanCosts means) {
        this.rows = rows;
        this.means = means;
    }

    /** What a metric may share with others. */
    enum Part {
        RANKS,
        CONFUSIONS,
        SQUARES,
        /** What targets have; see {@link TargetMeans}. */
        TARGETS,
        NONE
    }

    /** Something that takes a look at all rows, on any thread. */
    interface Work {
        /** Does it, and gives what notes its outcome on the calling thread. */
        Runnable done();
    }

    /** Does all, side by side. */
    void make(List<Work> work) {
        int threads = ColumnWalk.sharing(rows.rows(), work.size(), rows.threads());
        SharedLoop.of(work.size(), threads, index -> work.get(index).done()).forEach(Runnable::run);
    }

    /** What makes the parts that are not there, those first that take longest. */
    List<Work> missing(Set<Part> needed) {
        List<Work> work = new ArrayList<>();
        work.addAll(needed.contains(Part.RANKS) && ranks.isEmpty() ? rankings() : List.of());
        work.addAll(needed.contains(Part.CONFUSIONS) && confusions.isEmpty() ? decisions() : List.of());
        work.addAll(needed.contains(Part.SQUARES) && squares.isEmpty() ? squares() : List.of());
        return work;
    }

    private List<Work> rankings() {
        Queue<WordArray> memory = new ConcurrentLinkedQueue<>(); // a word for each row may be much: it is used again
        return each(rows.width(), output -> {
            WordArray words = Optional.ofNullable(memory.poll()).orElseGet(() -> rows.newWords(rows.rows()));
            RankScores ranked = RankScores.of(rows, output, words);
            memory.add(words);
            return () -> ranks.add(ranked);
        });
    }

    private List<Work> decisions() {
        return each(rows.isOneOfMany() ? 1 : rows.width(), output -> {
            Confusion confusion = Confusion.of(rows, output);
            return () -> confusions.add(confusion);
        });
    }

    private List<Work> squares() {
        return each(1, only -> {
            double mean = means.squaredError();
            return () -> squares = OptionalDouble.of(mean);
        });
    }

    private static List<Work> each(int count, IntFunction<Runnable> work) {
        return IntStream.range(0, count)
                .<Work>mapToObj(index -> () -> work.apply(index))
                .toList();
    }

    /** The one of classes of which one is true; else one for each output. */
    List<Confusion> confusions() {
        if (confusions.isEmpty()) {
            make(decisions());
        }
        return confusions;
    }

    /** One for each output. */
    List<RankScores> ranks() {
        if (ranks.isEmpty()) {
            make(rankings());
        }
        return ranks;
    }

    /** The mean squared error. */
    double squaredError() {
        if (squares.isEmpty()) {
            make(squares());
        }
        return squares.orElseThrow();
    }
}
