import type { LayersModel } from '@tensorflow/tfjs-layers';

type Config = Record<string, unknown>;

const zeros = { class_name: 'Zeros', config: {} };
const ones = { class_name: 'Ones', config: {} };

/** What is the same in all layers of the two models. Another value shows. */
const COMMON: Config = { trainable: true, activation: 'linear', use_bias: true };
const USUAL: Record<string, Config> = {
  Conv1D: { strides: [1], dilation_rate: [1], padding: 'same', bias_initializer: zeros },
  Dense: { bias_initializer: zeros },
  BatchNormalization: {
    axis: -1,
    epsilon: 0.001,
    center: true,
    scale: true,
    beta_initializer: zeros,
    gamma_initializer: ones,
    moving_mean_initializer: zeros,
    moving_variance_initializer: ones,
  },
  InputLayer: { dtype: 'float32', sparse: false },
};

/** A layer of a model, without what is usual. */
export type LayerLine = [kind: string, name: string, from: string[], config: Config];

/**
 * The layers of a model, out of its `toJSON`. A Glorot initialiser is written as its seed, an L2
 * penalty as its factor.
 */
export function layersOf(model: LayersModel): LayerLine[] {
  const { config } = model.toJSON(null, false) as unknown as {
    config: { layers: { class_name: string; name: string; config: Config; inbound_nodes: [] }[] };
  };
  return config.layers.map((layer) => {
    const usual: Config = { ...COMMON, ...USUAL[layer.class_name], name: layer.name };
    const entries = Object.entries(layer.config)
      .filter(([key, value]) => value !== null && !isSame(value, usual[key]))
      .map(([key, value]) => [key, short(value)]);
    const from = (layer.inbound_nodes as [string][][]).flat().map(([input]) => input);
    return [layer.class_name, layer.name, from, Object.fromEntries(entries)];
  });
}

function short(value: unknown): unknown {
  const { class_name: kind, config = {} } = value as { class_name?: string; config?: Config };
  const { seed, l2, ...others } = config;
  const glorot = { scale: 1, mode: 'fan_avg', distribution: 'uniform' };
  if (kind === 'VarianceScaling' && isSame(others, glorot)) return seed;
  if (kind === 'L1L2' && isSame(others, { l1: 0 })) return l2;
  return value;
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
