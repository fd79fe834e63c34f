# SPDX-License-Identifier: Apache-2.0
"""Reads the tensors of an nn4j model with nothing but its schema.

    protoc --descriptor_set_out=nn-model.desc nn-model.proto
    python3 read_weights.py nn-model.desc model.nn

prints one line of JSON for each tensor: {"name": ..., "shape": [...], "values": [...]}.
Needs the package protobuf (4 or newer, or the system's python3-protobuf). docs/python.md says more.
"""

import hashlib
import json
import struct
import sys
import zlib

from google.protobuf import descriptor_pb2, descriptor_pool, message_factory

MAGIC = b"\x09NNMODEL\x1a"
FOOTER = struct.Struct("<4xQ2x32sx8s")  # behind its tag and length: body length, SHA-256, inverted magic
FORMATS = {"F32": ("f", 4), "F64": ("d", 8), "I64": ("q", 8), "U8": ("B", 1)}


def message_class(descriptor_set, name):
    """The Python class of a message, made from a descriptor set."""
    pool = descriptor_pool.DescriptorPool()
    for file in descriptor_pb2.FileDescriptorSet.FromString(descriptor_set).file:
        pool.Add(file)
    descriptor = pool.FindMessageTypeByName(name)
    if hasattr(message_factory, "GetMessageClass"):
        return message_factory.GetMessageClass(descriptor)
    return message_factory.MessageFactory(pool).GetPrototype(descriptor)


def read_model(descriptor_set, data):
    """A whole model file as a message; what is damaged is refused."""
    if not data.startswith(MAGIC) or len(data) <= FOOTER.size:
        raise ValueError("is no nn4j model")
    body = data[:-FOOTER.size]
    length, sha256, _ = FOOTER.unpack(data[-FOOTER.size :])
    if length != len(body) or sha256 != hashlib.sha256(body).digest():
        raise ValueError("is damaged: its length or SHA-256 differs from the one recorded")
    model = message_class(descriptor_set, "dev.nn4j.model.v1.ModelFile")()
    model.ParseFromString(data)
    if model.envelope.min_reader_version > 1:
        raise ValueError("needs a reader of format version %d" % model.envelope.min_reader_version)
    return model


def values(tensor):
    """The numbers of a tensor, row-major; a dense layer's weight is [in, out]."""
    if zlib.crc32(tensor.data) != tensor.crc32:
        raise ValueError("tensor %s is damaged" % tensor.name)
    dtype = tensor.DESCRIPTOR.fields_by_name["dtype"].enum_type.values_by_number[tensor.dtype].name
    letter, size = FORMATS[dtype]
    return struct.unpack("<%d%s" % (len(tensor.data) // size, letter), tensor.data)


def main():
    with open(sys.argv[1], "rb") as file:
        descriptor_set = file.read()
    with open(sys.argv[2], "rb") as file:
        data = file.read()
    try:
        model = read_model(descriptor_set, data)
    except ValueError as problem:
        sys.exit("error: %s: %s" % (sys.argv[2], problem))
    for tensor in model.tensors:
        line = {"name": tensor.name, "shape": list(tensor.dims), "values": list(values(tensor))}
        print(json.dumps(line))


if __name__ == "__main__":
    main()
