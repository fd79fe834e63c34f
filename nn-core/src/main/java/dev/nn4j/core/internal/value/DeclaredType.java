// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.value;

import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.List;

/** Whether the values of a record's component may serve, by the type that it is declared with. */
public final class DeclaredType {
    private DeclaredType() {}

    /** Of an Object, or of what is in an Optional, each value tells. */
    public static boolean serves(RecordComponent component, List<Class<?>> types) {
        Class<?> boxed = MethodType.methodType(component.getType()).wrap().returnType();
        return boxed == Object.class
                || OptionalValue.isOptional(boxed)
                || types.stream().anyMatch(type -> type.isAssignableFrom(boxed));
    }
}
