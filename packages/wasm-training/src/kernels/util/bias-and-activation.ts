import type { NamedAttrMap, TensorInfo } from '@tensorflow/tfjs-core';
import type { WasmBackend } from '../../native/wasm-backend.ts';
import type { Tf } from '../../tfjs.ts';
import { WasmTrainingError } from '../../wasm-training-error.ts';

/** The bias and the activation that a product or a convolution is fused with. */
export interface Fusion {
  bias?: TensorInfo;
  /** One of `ACTIVATIONS`, or 'linear'. */
  activation: string;
  preluActivationWeights?: TensorInfo;
  leakyreluAlpha?: number;
}

/** The kernel of each activation. */
const ACTIVATIONS: ReadonlyMap<string, string> = new Map([
  ['relu', 'Relu'],
  ['relu6', 'Relu6'],
  ['elu', 'Elu'],
  ['sigmoid', 'Sigmoid'],
  ['prelu', 'Prelu'],
  ['leakyrelu', 'LeakyRelu'],
]);

/**
 * Adds bias and activation to `y`, of which it disposes, in a kernel each.
 *
 * @throws {WasmTrainingError} `bad-argument` when the activation is not known.
 */
export function biasAndActivation(
  tf: Tf,
  backend: object,
  y: TensorInfo,
  { bias, activation, preluActivationWeights, leakyreluAlpha = 0 }: Fusion,
): TensorInfo {
  const then = (kernelName: string, inputs: object, attrs?: NamedAttrMap): void => {
    const { kernelFunc } = tf.getKernel(kernelName, 'wasm');
    const next = kernelFunc({ inputs: { ...inputs }, backend, attrs }) as TensorInfo;
    (backend as WasmBackend).disposeData(y.dataId);
    y = next;
  };
  const kernelName = activation === 'linear' ? undefined : ACTIVATIONS.get(activation);
  if (activation !== 'linear' && kernelName === undefined) {
    (backend as WasmBackend).disposeData(y.dataId);
    throw new WasmTrainingError(
      'bad-argument',
      `wasm backend: an activation must be one of linear, ${[...ACTIVATIONS.keys()].join(', ')}, ` +
        `got ${activation}`,
    );
  }
  if (bias) then('Add', { a: y, b: bias });
  if (kernelName === undefined) return y;
  const operand = activation === 'prelu' ? { alpha: preluActivationWeights } : undefined;
  then(kernelName, { x: y, ...operand }, { alpha: leakyreluAlpha });
  return y;
}
