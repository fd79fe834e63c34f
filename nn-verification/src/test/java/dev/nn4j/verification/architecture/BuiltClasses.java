// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.nn4j.verification.Built;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.jar.JarFile;

/**
 * The classes in the built jars, as ArchUnit sees them, without those of protobuf, which nn-io holds and others wrote. A
 * module's classes are those under its root package.
 */
final class BuiltClasses {
    private static final JavaClasses ALL = read(Built.jars().values());

    private BuiltClasses() {}

    /** Every class of every jar. */
    static JavaClasses all() {
        return ALL;
    }

    /** The classes in these packages, written as ArchUnit writes them: {@code dev.nn4j.core..} is all of nn-core. */
    static JavaClasses in(String... packages) {
        return ALL.that(resideInAnyPackage(packages));
    }

    /** The classes in all other packages. */
    static JavaClasses outside(String... packages) {
        return ALL.that(not(resideInAnyPackage(packages)));
    }

    private static JavaClasses read(Collection<Path> paths) {
        List<JarFile> jars = new ArrayList<>();
        try {
            for (Path path : paths) {
                jars.add(new JarFile(path.toFile()));
            }
            return new ClassFileImporter()
                    .withImportOption(location -> !location.contains("/dev/nn4j/io/internal/protobuf/"))
                    .importJars(jars);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            jars.forEach(BuiltClasses::close);
        }
    }

    private static void close(JarFile jar) {
        try {
            jar.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
