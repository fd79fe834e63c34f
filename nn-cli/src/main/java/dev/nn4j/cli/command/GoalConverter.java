// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command;

import dev.nn4j.core.decision.DecisionGoal;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads what thresholds are to be best at. */
final class GoalConverter implements ITypeConverter<DecisionGoal> {
    @Override
    public DecisionGoal convert(String value) {
        try {
            return DecisionGoal.parse(value);
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            throw new TypeConversionException(message.substring(message.indexOf("must be ")));
        }
    }
}
