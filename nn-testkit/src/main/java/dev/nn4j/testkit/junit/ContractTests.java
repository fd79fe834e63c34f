// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.testkit.junit;

import dev.nn4j.api.Component;
import dev.nn4j.testkit.Contract;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;

/**
 * Contracts as JUnit tests.
 *
 * @since 0.1.0
 */
public final class ContractTests {
    private ContractTests() {}

    /** One dynamic test for each check, to be returned by a {@code @TestFactory} method. */
    @SuppressWarnings("exports") // whoever calls this has JUnit
    public static <C extends Component> Stream<DynamicTest> of(Contract<C> contract, C component) {
        return contract.checks().stream()
                .map(check -> DynamicTest.dynamicTest(
                        component.name() + ": " + check.name(),
                        () -> check.verify(component, component.name())
                                .problem()
                                .ifPresent(Assertions::fail)));
    }
}
