// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.core.score.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every metric that can be computed of an epoch may be watched. */
class MonitorTest {
    /** The accuracy of the validation rows is always there; a percentage needs targets in their own units. */
    private static final Set<Metric> UNWATCHED = EnumSet.of(Metric.ACCURACY, Metric.MEAN_ABSOLUTE_PERCENTAGE_ERROR);

    @Test
    void eachMetricHasOneUnlessAnEpochDoesNotHaveIt() {
        List<Metric> watched = new ArrayList<>();
        Arrays.stream(Monitor.values()).forEach(monitor -> monitor.metric().ifPresent(watched::add));
        assertThat(watched)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.copyOf(UNWATCHED)));
    }

    @ParameterizedTest
    @EnumSource(Monitor.class)
    void isNamedLikeItsMetric(Monitor monitor) {
        assertThat(Monitor.of(monitor.word())).isEqualTo(monitor);
        monitor.metric().ifPresent(metric -> {
            String key = metric == Metric.ROC_AUC ? "auc" : metric.key();
            assertThat(monitor.word())
                    .isEqualTo("val_" + key.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT));
            assertThat(monitor.lessIsBetter()).isEqualTo(metric.lessIsBetter());
            assertThat(monitor.isScore()).isTrue();
        });
    }
}
