"""Training of the reader model: corpora in, one int8 ONNX model out. Not installed with the library."""
