import type { LayersModel, layers, SymbolicTensor } from '@tensorflow/tfjs-layers';
import { ModelError } from '../model-error.ts';

/** Activations whose values are no probabilities that add up to 1. */
const OTHER_ACTIVATIONS = new Set([
  'elu',
  'gelu',
  'gelu_new',
  'hardSigmoid',
  'linear',
  'logSoftmax',
  'mish',
  'relu',
  'relu6',
  'selu',
  'sigmoid',
  'softplus',
  'softsign',
  'swish',
  'tanh',
]);
/** Those whose value is the probability of the one class that there is. */
const OF_ONE_CLASS = new Set(['sigmoid', 'hardSigmoid']);
/** Layers that apply an activation under their own name. */
const ACTIVATION_LAYERS = new Set(['ELU', 'LeakyReLU', 'PReLU', 'ReLU', 'ThresholdedReLU']);
/** Layers that pass values on as they are. */
const PASSING_LAYERS = new Set(['Dropout', 'Flatten', 'Reshape']);

/**
 * Throws a ModelError `bad-argument` when the last layer shows that a model does not give
 * probabilities: logits, a ReLU, a sigmoid for each of several classes. What does not show passes.
 */
export function checkProbabilities(caller: string, model: LayersModel, classes: number): void {
  const [last, activation] = lastActivation(model.outputs[0]);
  const isRefused =
    ACTIVATION_LAYERS.has(activation) ||
    (OTHER_ACTIVATIONS.has(activation) && !(classes === 1 && OF_ONE_CLASS.has(activation)));
  if (!isRefused) return;
  throw new ModelError(
    'bad-argument',
    `${caller}: \`model\` must end in probabilities that add up to 1, such as those of a softmax, ` +
      `got ${activation} of the layer ${last.name}; give it the activation 'softmax'`,
  );
}

/** The layer that makes an output's values, and its activation: '' for one that is not known. */
function lastActivation(output: SymbolicTensor): [layer: layers.Layer, activation: string] {
  const layer = output.sourceLayer;
  const kind = layer.getClassName();
  const { activation, outputs } = layer as {
    activation?: { getClassName?(): string };
    outputs?: SymbolicTensor[];
  };
  // A model that is a layer.
  if (outputs?.length) return lastActivation(outputs[output.tensorIndex]);
  const name = ACTIVATION_LAYERS.has(kind) ? kind : (activation?.getClassName?.() ?? '');
  const isPassing = PASSING_LAYERS.has(kind) || (kind === 'Activation' && name === 'linear');
  const input = layer.inboundNodes[output.nodeIndex]?.inputTensors[0];
  return isPassing && input ? lastActivation(input) : [layer, name];
}
