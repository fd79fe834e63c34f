// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.model.codec;

import dev.nn4j.io.internal.model.format.Faults;
import dev.nn4j.io.internal.model.format.Names;
import dev.nn4j.io.internal.model.stored.StoredComponent;
import dev.nn4j.io.internal.proto.Component;
import dev.nn4j.io.internal.proto.Numbers;
import dev.nn4j.io.internal.proto.Param;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Components and parameters, from and to the file. */
final class ComponentCodec {
    private ComponentCodec() {}

    static Component encode(StoredComponent component) {
        return Component.newBuilder()
                .setId(component.name())
                .setProvider(component.provider())
                .setProviderVersion(component.providerVersion())
                .setSpiVersion(component.spiVersion())
                .addAllParams(encode(component.parameters()))
                .setProviderUrl(component.providerUrl())
                .build();
    }

    /** In the order of names. */
    static List<Param> encode(Map<String, ?> parameters) {
        List<Param> params = new ArrayList<>();
        new TreeMap<>(parameters).forEach((name, value) -> params.add(encode(name, value)));
        return params;
    }

    private static Param encode(String name, Object value) {
        Param.Builder param = Param.newBuilder().setName(name);
        if (value instanceof Double number) {
            param.setF64(number);
        } else if (value instanceof Long number) {
            param.setI64(number);
        } else if (value instanceof Boolean flag) {
            param.setFlag(flag);
        } else if (value instanceof List<?> list) {
            Numbers.Builder numbers = Numbers.newBuilder();
            list.forEach(number -> numbers.addValues((Double) number));
            param.setNumbers(numbers);
        } else {
            param.setText((String) value);
        }
        return param.build();
    }

    /** A component, its words checked but not looked up; {@code what} says whose it is. */
    static StoredComponent decode(String what, Component component) {
        String name = Names.required(what, component.getId());
        return new StoredComponent(
                name,
                Names.free("the provider of " + what, component.getProvider()),
                Names.free("the provider's version of " + what, component.getProviderVersion()),
                Names.free("the provider's address of " + what, component.getProviderUrl()),
                component.getSpiVersion(),
                decode(what + " " + Faults.quoted(name), component.getParamsList()));
    }

    static Map<String, Object> decode(String owner, List<Param> params) {
        Map<String, Object> values = new TreeMap<>();
        String what = "a parameter of " + owner;
        String before = "";
        for (Param param : params) {
            String name = Names.required(what, param.getName());
            if (before.compareTo(name) >= 0) {
                throw Faults.corrupt(owner + ": parameter " + Faults.quoted(name) + " is there twice or out of order");
            }
            values.put(name, value(owner, param));
            before = name;
        }
        return values;
    }

    private static Object value(String owner, Param param) {
        return switch (param.getValueCase()) {
            case F64 -> param.getF64();
            case I64 -> param.getI64();
            case FLAG -> param.getFlag();
            case TEXT -> param.getText();
            case NUMBERS -> List.copyOf(param.getNumbers().getValuesList());
            case VALUE_NOT_SET ->
                throw Faults.corrupt(owner + ": parameter " + Faults.quoted(param.getName())
                        + " has no value of a kind that this version knows");
        };
    }
}
