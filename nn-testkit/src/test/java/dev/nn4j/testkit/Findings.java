// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.testkit;

import dev.nn4j.api.Component;
import java.util.List;

/** What a contract finds, by the names of its checks. */
final class Findings {
    private Findings() {}

    static <C extends Component> List<String> of(Contract<C> contract, C component) {
        return contract.verify(component).stream()
                .filter(verdict -> !verdict.passed())
                .map(Verdict::check)
                .toList();
    }
}
