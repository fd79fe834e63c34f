// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.live;

import dev.nn4j.config.internal.json.JsonMembers;
import dev.nn4j.core.fit.TrainingListener;
import dev.nn4j.tune.TuningListener;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How trainings go that run now, one or several beside each other, for readers on other threads. A training only notes what
 * it has done; all else is done by those who read.
 *
 * @since 0.1.0
 */
public final class LiveCourse {
    private static final double NANOS = 1e9;

    private final String title;
    private final String data;
    private final String configuration;
    private final int networks;
    private final long start = System.nanoTime();
    private final Map<String, LiveRun> runs = new LinkedHashMap<>();
    private Optional<LiveSearch> search = Optional.empty();
    private Optional<Ending> ending = Optional.empty();

    /**
     * Of trainings that are about to begin.
     *
     * @param title what is learnt
     * @param data the name of the data
     * @param configuration every setting, JSON
     * @param networks how many are going to be trained, those of a second training on all rows aside
     */
    public LiveCourse(String title, String data, String configuration, int networks) {
        this.title = title;
        this.data = data;
        this.configuration = configuration;
        this.networks = networks;
    }

    private record Ending(boolean complete, String words, double seconds) {}

    /**
     * What is to watch a training.
     *
     * @param name tells it apart from the others; empty where there is one only
     */
    public synchronized TrainingListener listener(String name) {
        return runs.computeIfAbsent(name, LiveRun::new).listener(this);
    }

    /**
     * What is to watch a search, of which the trainings are the trials'.
     *
     * @since 0.1.0
     */
    public synchronized TuningListener search() {
        if (search.isEmpty()) {
            search = Optional.of(new LiveSearch(this));
        }
        return search.get();
    }

    /**
     * Says that all is over; what is said later is not heard.
     *
     * @param complete whether it came to its end by itself
     * @param words what there is to say, in lines
     */
    public synchronized void end(boolean complete, String words) {
        if (ending.isEmpty()) {
            ending = Optional.of(new Ending(complete, words, seconds()));
        }
    }

    /** One who is told everything from the beginning. */
    public Reader reader() {
        return new Reader();
    }

    private double seconds() {
        return (System.nanoTime() - start) / NANOS;
    }

    private synchronized List<LiveRun> runs() {
        return new ArrayList<>(runs.values());
    }

    private synchronized Optional<LiveSearch> searched() {
        return search;
    }

    private synchronized Optional<Ending> ending() {
        return ending;
    }

    /** Reads on from where it was; for one thread. */
    public final class Reader {
        private final Map<String, LiveRun.Reading> readings = new LinkedHashMap<>();
        private Optional<LiveSearch.Reading> trials = Optional.empty();
        private boolean begun;
        private boolean over;

        private Reader() {}

        /** Whether the last message was the last. */
        public boolean isOver() {
            return over;
        }

        /** What is new, an object of JSON in one line; empty if nothing is. */
        public Optional<String> next() {
            // The ending first: what was noted before it is read after it is known.
            Optional<Ending> known = ending();
            List<JsonMembers> news = new ArrayList<>();
            for (LiveRun run : runs()) {
                readings.computeIfAbsent(run.name(), name -> run.read()).next().ifPresent(news::add);
            }
            trials = trials.or(() -> searched().map(LiveSearch::read));
            Optional<JsonMembers> tried = trials.flatMap(LiveSearch.Reading::next);
            if (begun && news.isEmpty() && tried.isEmpty() && known.isEmpty()) {
                return Optional.empty();
            }
            JsonMembers message = begun ? JsonMembers.none() : first();
            begun = true;
            over = known.isPresent();
            return Optional.of(
                    message.with("seconds", known.map(Ending::seconds).orElseGet(LiveCourse.this::seconds))
                            .with("runs", news)
                            .withAll(tried.map(LiveCourse::found).orElseGet(JsonMembers::none))
                            .withAll(known.map(LiveCourse::said).orElseGet(JsonMembers::none))
                            .compact());
        }

        private JsonMembers first() {
            return JsonMembers.none()
                    .with("title", title)
                    .with("data", data)
                    .with("configuration", configuration)
                    .with("networks", networks);
        }
    }

    private static JsonMembers found(JsonMembers tried) {
        return JsonMembers.none().with("search", tried);
    }

    private static JsonMembers said(Ending one) {
        return JsonMembers.none()
                .with("end", JsonMembers.none().with("complete", one.complete()).with("words", one.words()));
    }
}
