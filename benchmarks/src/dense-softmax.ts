import type { LinearClassifier } from '@ser/model/linear';
import { env, InferenceSession, Tensor } from 'onnxruntime-web';
import protobuf from 'protobufjs';

/** The messages of ONNX that one layer needs: https://github.com/onnx/onnx/blob/main/onnx/onnx.proto */
const ONNX = `
syntax = "proto3";
message Tensor { repeated int64 dims = 1; int32 data_type = 2; string name = 8; bytes raw_data = 9; }
message Dimension { int64 dim_value = 1; }
message Shape { repeated Dimension dim = 1; }
message TensorType { int32 elem_type = 1; Shape shape = 2; }
message Type { TensorType tensor_type = 1; }
message ValueInfo { string name = 1; Type type = 2; }
message Node { repeated string input = 1; repeated string output = 2; string op_type = 4; }
message Graph {
  repeated Node node = 1; string name = 2; repeated Tensor initializer = 5;
  repeated ValueInfo input = 11; repeated ValueInfo output = 12;
}
message OperatorSet { string domain = 1; int64 version = 2; }
message Model { int64 ir_version = 1; repeated OperatorSet opset_import = 8; Graph graph = 7; }
`;
const FLOAT = 1;

/** A linear classifier's layer in ONNX, in a session of onnxruntime-web: standardised values in. */
export async function denseSoftmax(
  classifier: LinearClassifier,
): Promise<{ run(example: Float32Array): Promise<unknown> }> {
  const { features, labels } = classifier;
  const { kernel, bias } = classifier.toJSON();
  const value = (name: string, size: number) => ({
    name,
    type: {
      tensorType: { elemType: FLOAT, shape: { dim: [{ dimValue: 1 }, { dimValue: size }] } },
    },
  });
  const tensor = (name: string, dims: number[], values: Float32Array) => ({
    name,
    dims,
    dataType: FLOAT,
    rawData: new Uint8Array(values.buffer, values.byteOffset, values.byteLength),
  });
  const model = {
    irVersion: 8,
    opsetImport: [{ domain: '', version: 13 }],
    graph: {
      name: 'scores',
      node: [
        { input: ['x', 'kernel'], output: ['product'], opType: 'MatMul' },
        { input: ['product', 'bias'], output: ['logits'], opType: 'Add' },
        { input: ['logits'], output: ['scores'], opType: 'Softmax' },
      ],
      initializer: [
        tensor('kernel', [features, labels.length], kernel),
        tensor('bias', [labels.length], bias),
      ],
      input: [value('x', features)],
      output: [value('scores', labels.length)],
    },
  };
  const Model = protobuf.parse(ONNX).root.lookupType('Model');
  env.wasm.numThreads = 1;
  const session = await InferenceSession.create(Model.encode(Model.fromObject(model)).finish());
  return {
    run: (example) =>
      session.run({ x: new Tensor('float32', classifier.standardize(example), [1, features]) }),
  };
}
