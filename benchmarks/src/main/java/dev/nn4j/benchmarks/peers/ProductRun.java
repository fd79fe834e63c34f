// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.benchmarks.peers;

import static dev.nn4j.benchmarks.LayerProduct.Kind.FORWARD;
import static dev.nn4j.benchmarks.LayerProduct.Kind.INPUT_GRADIENT;
import static dev.nn4j.benchmarks.LayerProduct.Kind.WEIGHT_GRADIENT;

import dev.nn4j.benchmarks.LayerProduct;
import dev.nn4j.core.internal.kernels.KernelSelection;
import dev.nn4j.core.internal.kernels.Kernels;

/** G: the matrix products of the harness, in its order and under its names, by the kernels alone. */
final class ProductRun {
    private static final double OPERATIONS_A_RUN = 2.5e9;
    private static final int MOST_PRODUCTS = 60_000;
    private static final int FEWEST_PRODUCTS = 5;
    private static final int WARM_RUNS = 2;
    private static final int RUNS = 7;
    private static final double TOLERANCE = 1e-3;

    private final Harness harness;
    private final Kernels kernels;

    ProductRun(Harness harness) {
        this.harness = harness;
        this.kernels = KernelSelection.of(harness.execution().kernels()).get();
    }

    void run() {
        for (int size = 64; size <= 1024; size *= 2) {
            measure(Integer.toString(size), new LayerProduct(FORWARD, size, size, size));
        }
        measure("128x784x512", new LayerProduct(FORWARD, 128, 784, 512));
        measure("128x784x512_NT", new LayerProduct(INPUT_GRADIENT, 128, 512, 784));
        measure("512x128x784_TN", new LayerProduct(WEIGHT_GRADIENT, 128, 512, 784));
        measure("32x30x64", new LayerProduct(FORWARD, 32, 30, 64));
        measure("32x30x64_NT", new LayerProduct(INPUT_GRADIENT, 32, 64, 30));
        measure("64x32x30_TN", new LayerProduct(WEIGHT_GRADIENT, 32, 64, 30));
        measure("256x1024x1024_NT", new LayerProduct(INPUT_GRADIENT, 256, 1024, 1024));
        measure("32x30x512_NN", new LayerProduct(FORWARD, 32, 30, 512));
        measure("64x64x512_NN", new LayerProduct(FORWARD, 64, 64, 512));
        measure("1x784x512_NT", new LayerProduct(INPUT_GRADIENT, 1, 512, 784));
        measure("1x64x64_NT", new LayerProduct(INPUT_GRADIENT, 1, 64, 64));
        measure("16x64x64_NT", new LayerProduct(INPUT_GRADIENT, 16, 64, 64));
    }

    private void measure(String name, LayerProduct product) {
        product.multiply(kernels);
        if (product.error() > TOLERANCE) {
            throw new IllegalStateException("the product " + name + " is wrong by " + product.error());
        }
        double products =
                Math.min(MOST_PRODUCTS, Math.max(FEWEST_PRODUCTS, Math.floor(OPERATIONS_A_RUN / product.operations())));
        double[] seconds = new double[RUNS];
        for (int run = -WARM_RUNS; run < RUNS; run++) {
            double spent = seconds(product, (int) products);
            if (run >= 0) {
                seconds[run] = spent;
            }
        }
        double rate = product.operations() * products / Report.median(seconds) / 1e9;
        harness.report().line("G", "sgemm_" + name, rate, "GFLOP/s");
    }

    private double seconds(LayerProduct product, int times) {
        long start = System.nanoTime();
        for (int i = 0; i < times; i++) {
            product.multiply(kernels);
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
