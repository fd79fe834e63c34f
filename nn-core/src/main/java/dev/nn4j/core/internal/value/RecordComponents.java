// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.value;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/** The components of records: how they are read, and how messages name them. */
public final class RecordComponents {
    private static final MethodType ACCESSOR = MethodType.methodType(Object.class, Record.class);

    private RecordComponents() {}

    /** How messages name a component. */
    public static String who(RecordComponent component) {
        return "record " + component.getDeclaringRecord().getSimpleName() + ": component '" + component.getName() + "'";
    }

    /**
     * What reads a component.
     *
     * @throws IllegalArgumentException if the lookup cannot reach it
     */
    public static MethodHandle accessor(RecordComponent component, MethodHandles.Lookup lookup) {
        try {
            return lookup.unreflect(component.getAccessor()).asType(ACCESSOR);
        } catch (IllegalAccessException e) {
            throw new IllegalArgumentException(
                    who(component) + " is out of reach of the lookup of "
                            + lookup.lookupClass().getName()
                            + "; pass MethodHandles.lookup() of a class that can call it",
                    e);
        }
    }

    /** The value of a component. What an accessor throws is its author's, and is passed on to the caller. */
    public static @Nullable Object value(MethodHandle accessor, Record row) {
        try {
            return accessor.invokeExact(row);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("record " + row.getClass().getSimpleName() + ": an accessor failed", e);
        }
    }
}
