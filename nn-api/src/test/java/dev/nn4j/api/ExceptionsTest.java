// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExceptionsTest {
    @Test
    void dataSaysWhere() {
        DataException.Location place = new DataException.Location("a.csv", 3, 2);
        assertThat(new DataException(place, "no number")).hasMessage("a.csv:3:2: no number");
        assertThat(new DataException(place, "no number").location()).contains(place);
        assertThat(new DataException("no number").location()).isEmpty();
    }

    @Test
    void aConfigurationSaysWhere() {
        assertThat(new ConfigurationException("training.epochs", "must be more"))
                .hasMessage("training.epochs: must be more")
                .returns("training.epochs", ConfigurationException::path);
        assertThat(new ConfigurationException("", "is empty")).hasMessage("is empty");
    }

    @Test
    void divergenceSaysWhenAndWhere() {
        assertThat(new TrainingDivergedException(3, 17, "layer 2 (dense)", "a weight is not finite"))
                .hasMessage("training diverged in epoch 3, batch 17, at layer 2 (dense): a weight is not finite")
                .returns(3, TrainingDivergedException::epoch)
                .returns(17, TrainingDivergedException::batch)
                .returns("layer 2 (dense)", TrainingDivergedException::place);
    }

    @Test
    void divergenceInAPartSaysInWhich() {
        TrainingDivergedException inside = new TrainingDivergedException(3, 17, "loss", "it is not finite");
        assertThat(inside.in("fold 2"))
                .hasMessage("fold 2: training diverged in epoch 3, batch 17, at loss: it is not finite")
                .hasCause(inside)
                .returns(3, TrainingDivergedException::epoch)
                .returns(17, TrainingDivergedException::batch)
                .returns("loss", TrainingDivergedException::place);
    }

    @Test
    void aComponentAndAFileSayWhy() {
        Throwable cause = new IllegalStateException("deep down");
        assertThat(new ComponentException(ComponentException.Reason.BROKEN, "acme:swish", "broken", cause))
                .hasMessage("broken")
                .hasCause(cause)
                .returns("acme:swish", ComponentException::component)
                .returns(ComponentException.Reason.BROKEN, ComponentException::reason);
        assertThat(new ModelFormatException(ModelFormatException.Reason.TOO_NEW, "too new"))
                .returns(ModelFormatException.Reason.TOO_NEW, ModelFormatException::reason);
    }

    @Test
    void aNarrowerRangeOfValuesLiesWithinAWiderOne() {
        assertThat(ValueRange.DISTRIBUTION.isWithin(ValueRange.UNIT_INTERVAL)).isTrue();
        assertThat(ValueRange.UNIT_INTERVAL.isWithin(ValueRange.UNIT_INTERVAL)).isTrue();
        assertThat(ValueRange.ANY.isWithin(ValueRange.UNIT_INTERVAL)).isFalse();
        assertThat(ValueRange.UNIT_INTERVAL.isWithin(ValueRange.DISTRIBUTION)).isFalse();
    }
}
