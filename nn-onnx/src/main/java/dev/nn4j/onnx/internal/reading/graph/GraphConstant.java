// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.reading.graph;

import dev.nn4j.io.internal.model.format.Faults;
import dev.nn4j.onnx.internal.proto.TensorProto;
import dev.nn4j.onnx.internal.proto.TensorProto.DataType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * A tensor of the file, its size checked before anything is taken out of it.
 *
 * @param name as the file has it
 * @param tensor where the values lie
 * @param count how many
 * @param transposed whether a matrix is meant with its axes exchanged
 * @param allowance how many numbers may be taken out of the file
 */
public record GraphConstant(String name, TensorProto tensor, int count, boolean transposed, Allowance allowance) {
    /**
     * A tensor.
     *
     * @throws dev.nn4j.api.ModelFormatException if it is not the kind of tensor that is read, or its dimensions and
     *     values do not agree
     */
    static GraphConstant of(String name, TensorProto tensor, Allowance allowance) {
        String who = "tensor " + OnnxFaults.quoted(name);
        long count = 1;
        try {
            for (long dim : tensor.getDimsList()) {
                Faults.require(dim > 0, who + " has a dimension of " + dim);
                count = Math.multiplyExact(count, dim);
            }
        } catch (ArithmeticException e) {
            throw Faults.corrupt(who + ": its dimensions " + dims(tensor) + " are larger than any file");
        }
        long found = stored(who, tensor);
        Faults.require(
                found == count,
                who + ": its dimensions " + dims(tensor) + " call for " + count + " values, there are " + found);
        return new GraphConstant(name, tensor, Math.toIntExact(count), false, allowance);
    }

    /** A list is printed, whatever its length, in a few words. */
    private static String dims(TensorProto tensor) {
        List<Long> dims = tensor.getDimsList();
        return dims.size() > 8 ? "(" + dims.size() + " of them)" : dims.toString();
    }

    private static long stored(String who, TensorProto tensor) {
        DataType type = tensor.getDataType();
        int size = switch (type) {
            case BOOL -> 1;
            case FLOAT, INT32 -> Integer.BYTES;
            case DOUBLE, INT64 -> Long.BYTES;
            default -> throw OnnxFaults.unsupported(who + " holds " + type + " values; FLOAT and DOUBLE are read");
        };
        if (!tensor.getRawData().isEmpty()) {
            Faults.require(
                    tensor.getRawData().size() % size == 0,
                    who + ": " + tensor.getRawData().size() + " bytes are no whole number of values");
            return tensor.getRawData().size() / size;
        }
        return switch (type) {
            case FLOAT -> tensor.getFloatDataCount();
            case DOUBLE -> tensor.getDoubleDataCount();
            case INT32, BOOL -> tensor.getInt32DataCount();
            default -> tensor.getInt64DataCount();
        };
    }

    public GraphConstant transpose() {
        return new GraphConstant(name, tensor, count, !transposed, allowance);
    }

    public boolean isFloat() {
        return tensor.getDataType() == DataType.FLOAT || isDouble();
    }

    boolean isDouble() {
        return tensor.getDataType() == DataType.DOUBLE;
    }

    public int rank() {
        return tensor.getDimsCount();
    }

    /** A dimension, counted from the first. */
    public int dim(int axis) {
        return Math.toIntExact(tensor.getDims(transposed ? rank() - 1 - axis : axis));
    }

    /** Whether it is one number, or a row that stretches over the last axis. */
    public boolean isRow() {
        return rank() == 0 || dim(rank() - 1) == count;
    }

    /** Whether it is a matrix of one column: where the rows of a network are columns, it is one of them. */
    public boolean isColumn() {
        return rank() == 2 && dim(1) == 1;
    }

    /** The values in the order of the file; a matrix meant transposed has them column by column. */
    public double[] values() {
        return values(0, count);
    }

    /** Some of these, from one on and up to another. */
    public double[] values(int from, int to) {
        allowance.take("tensor " + OnnxFaults.quoted(name), to - from);
        double[] values = new double[to - from];
        ByteBuffer raw = tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        boolean isRaw = raw.hasRemaining();
        raw.position(raw.position() + raw.remaining() / count * from);
        for (int i = from; i < to; i++) {
            double value = isRaw ? value(raw) : value(i);
            if (!Double.isFinite(value)) {
                throw Faults.corrupt("tensor " + OnnxFaults.quoted(name) + ": value " + i + " is " + value
                        + "; every number must be finite");
            }
            values[i - from] = value;
        }
        return values;
    }

    private double value(ByteBuffer raw) {
        return switch (tensor.getDataType()) {
            case FLOAT -> raw.getFloat();
            case DOUBLE -> raw.getDouble();
            case INT32 -> raw.getInt();
            case BOOL -> raw.get();
            default -> raw.getLong();
        };
    }

    private double value(int index) {
        return switch (tensor.getDataType()) {
            case FLOAT -> tensor.getFloatData(index);
            case DOUBLE -> tensor.getDoubleData(index);
            case INT32, BOOL -> tensor.getInt32Data(index);
            default -> tensor.getInt64Data(index);
        };
    }
}
