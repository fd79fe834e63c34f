// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.model.container;

import dev.nn4j.io.internal.model.format.Faults;
import dev.nn4j.io.internal.model.format.Format;
import dev.nn4j.io.internal.model.stored.TensorSpec;
import dev.nn4j.io.internal.model.stored.Tensors;
import dev.nn4j.io.internal.proto.DType;
import dev.nn4j.io.internal.proto.Tensor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/** Reads tensors straight into their arrays; every word about one is compared with what is expected before that. */
public final class TensorReader {
    private static final int MOST_TENSOR_NAME_BYTES = 2 * Format.MOST_NAME_BYTES;
    private static final int MOST_DIMS_BYTES = 80;
    private static final int VARINT = 0;
    private static final int LENGTH_DELIMITED = 2;
    private static final int FIXED32 = 5;

    private final BodyReader body;
    private final Tensors tensors;
    private int next;

    public TensorReader(BodyReader body, Tensors tensors) {
        this.body = body;
        this.tensors = tensors;
    }

    public Tensors tensors() {
        return tensors;
    }

    /** Reads the tensor that comes next; the body stands before its length. */
    public void read() throws IOException {
        Faults.require(
                next < tensors.specs().size(),
                "it has more tensors than the " + tensors.specs().size() + " that its network calls for");
        TensorSpec spec = tensors.specs().get(next++);
        long end = body.readLength() + body.position();
        Header header = header(spec, end);
        require(
                header.describes(spec),
                spec,
                "is expected as " + spec.type() + " " + spec.dims() + ", found " + header);
        long length = body.readLength();
        require(length == spec.bytes(), spec, "must have " + spec.bytes() + " bytes of data, has " + length);
        CRC32 crc = new CRC32();
        body.readValues(tensors.of(spec), crc);
        require((int) crc.getValue() == header.crc, spec, "is damaged: its CRC-32 differs from the one recorded");
        require(body.position() == end, spec, "must end with its data");
        tensors.requireAllowed(spec);
    }

    /** Refuses a file that ends before its last tensor. */
    public void requireComplete() {
        if (next < tensors.specs().size()) {
            throw Faults.corrupt(
                    "tensor " + Faults.quoted(tensors.specs().get(next).name()) + " is missing");
        }
    }

    /** All fields up to the data's length, in ascending order. */
    private Header header(TensorSpec spec, long end) throws IOException {
        Header header = new Header();
        int last = 0;
        while (body.position() < end) {
            int tag = (int) body.readVarint();
            int field = tag >>> 3;
            require(field > last, spec, "has fields that do not ascend");
            last = field;
            if (tag == tag(Tensor.DATA_FIELD_NUMBER, LENGTH_DELIMITED)) {
                return header;
            }
            readField(header, tag, spec);
        }
        throw Faults.corrupt("tensor " + Faults.quoted(spec.name()) + " has no data");
    }

    private void readField(Header header, int tag, TensorSpec spec) throws IOException {
        if (tag == tag(Tensor.NAME_FIELD_NUMBER, LENGTH_DELIMITED)) {
            header.name = new String(bytes(MOST_TENSOR_NAME_BYTES, spec), StandardCharsets.UTF_8);
        } else if (tag == tag(Tensor.DTYPE_FIELD_NUMBER, VARINT)) {
            header.dtype = body.readVarint();
        } else if (tag == tag(Tensor.DIMS_FIELD_NUMBER, LENGTH_DELIMITED)) {
            readDims(header, spec);
        } else if (tag == tag(Tensor.CRC32_FIELD_NUMBER, FIXED32)) {
            header.crc = body.readFixed32();
        } else {
            throw Faults.corrupt("tensor " + Faults.quoted(spec.name()) + " has the unknown field " + (tag >>> 3));
        }
    }

    private void readDims(Header header, TensorSpec spec) throws IOException {
        long length = body.readLength();
        require(length <= MOST_DIMS_BYTES, spec, "has too many dimensions");
        long end = body.position() + length;
        while (body.position() < end) {
            header.dims.add(body.readVarint());
        }
        require(body.position() == end, spec, "has damaged dimensions");
    }

    private byte[] bytes(int most, TensorSpec spec) throws IOException {
        long length = body.readLength();
        require(length <= most, spec, "is expected, found one with a name of " + length + " bytes");
        return body.readBytes((int) length);
    }

    private static int tag(int field, int wireType) {
        return (field << 3) | wireType;
    }

    private static void require(boolean condition, TensorSpec spec, String problem) {
        if (!condition) {
            throw Faults.corrupt("tensor " + Faults.quoted(spec.name()) + " " + problem);
        }
    }

    /** What a tensor says of itself; a field that protobuf leaves out is zero. */
    private static final class Header {
        private final List<Long> dims = new ArrayList<>();
        private String name = "";
        private long dtype;
        private int crc;

        boolean describes(TensorSpec spec) {
            return name.equals(spec.name()) && dtype == spec.type().getNumber() && dims.equals(spec.dims());
        }

        @Override
        public String toString() {
            DType known = dtype == (int) dtype ? DType.forNumber((int) dtype) : null;
            return Faults.quoted(name) + " as " + (known == null ? "type " + dtype : known) + " " + dims;
        }
    }
}
