// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nn4j.core.experiment.DataRoles;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NameListTest {
    @Test
    void itIsTheListThatItIsACopyOf() {
        List<String> names = new ArrayList<>(List.of("b", "a", "b"));
        List<String> copy = NameList.copyOf(names);
        names.clear();
        assertThat(copy).isEqualTo(List.of("b", "a", "b")).hasToString("[b, a, b]");
        assertThat(copy.hashCode()).isEqualTo(List.of("b", "a", "b").hashCode());
        assertThatThrownBy(() -> copy.add("c")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void whoIsAskedAboutManyColumnsDoesNotLookThroughAListForEach() {
        DataRoles roles = DataRoles.builder(List.of("y")).ignore(List.of("id")).build();
        assertThat(roles.ignore()).isInstanceOf(NameList.class);
        assertThat(roles.targets()).isInstanceOf(NameList.class);
        assertThat(roles.ignore().contains("id")).isTrue();
        assertThat(roles.ignore().contains("y")).isFalse();
        assertThat(roles)
                .isEqualTo(DataRoles.builder(List.of("y")).ignore(List.of("id")).build());
    }
}
