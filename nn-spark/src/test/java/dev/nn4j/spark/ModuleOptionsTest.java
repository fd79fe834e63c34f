// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.launcher.JavaModuleOptions;
import org.junit.jupiter.api.Test;

/** Tests run as Spark's own launchers run programs. */
class ModuleOptionsTest {
    @Test
    void theJvmHasTheOptionsOfThisVersionOfSpark() {
        List<String> asked =
                Arrays.asList(JavaModuleOptions.defaultModuleOptions().split(" "));
        List<String> own = ManagementFactory.getRuntimeMXBean().getInputArguments();
        assertThat(asked)
                .filteredOn(option -> option.startsWith("--add-"))
                .isNotEmpty()
                .isSubsetOf(own);
    }
}
