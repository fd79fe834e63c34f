package com.acme;

import dev.nn4j.testkit.ActivationContract;
import dev.nn4j.testkit.InitializerContract;
import dev.nn4j.testkit.LossContract;
import dev.nn4j.testkit.OptimizerContract;
import dev.nn4j.testkit.junit.ContractTests;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every component keeps the contract that nn4j's own keep. */
class ContractsTest {
    @TestFactory
    Stream<DynamicTest> scaledTanh() {
        return ContractTests.of(new ActivationContract(), new ScaledTanh());
    }

    @TestFactory
    Stream<DynamicTest> prelu() {
        return ContractTests.of(new ActivationContract(), new PRelu());
    }

    @TestFactory
    Stream<DynamicTest> pseudoHuber() {
        return ContractTests.of(new LossContract(), new PseudoHuber());
    }

    @TestFactory
    Stream<DynamicTest> sparseNormal() {
        return ContractTests.of(new InitializerContract(), new SparseNormal());
    }

    @TestFactory
    Stream<DynamicTest> lion() {
        return ContractTests.of(new OptimizerContract(), new Lion());
    }
}
