import type { OptionNames } from '@ser/internal';
import * as tf from '@tensorflow/tfjs-core';
import { layers, type Shape } from '@tensorflow/tfjs-layers';
import { ModelError } from '../model-error.ts';
import { checkList } from '../util/check-list.ts';
import { checkInteger, checkPositive } from '../util/check-numbers.ts';
import { checkOptions } from '../util/check-options.ts';
import { unorderedPairs } from './util/unordered-pairs.ts';

/** The lags of `CovariancePooling` and of `buildFrameModel` where none are given, in frames. */
export const DEFAULT_LAGS: readonly number[] = [1, 2, 5];

/** The options of `CovariancePooling`. */
export interface CovariancePoolingConfig {
  /** The layer's name. Default: tfjs counts. */
  name?: string;
  /** Frames between the two of a difference, of each kind of difference. Default `[1, 2, 5]`. */
  lags?: readonly number[];
  /**
   * What is added to deviations before anything is divided by them, so that a channel that hardly
   * moves has correlations near 0. Default 0.1, for channels with deviations near 1.
   */
  softening?: number;
}

/** Its options with those that tfjs gives every layer, of JSON too. */
interface LayerConfig extends CovariancePoolingConfig {
  inputShape?: Shape;
  batchInputShape?: Shape;
  trainable?: boolean;
  dtype?: string;
}

const OPTIONS: OptionNames<LayerConfig> = {
  name: true,
  lags: true,
  softening: true,
  inputShape: true,
  batchInputShape: true,
  trainable: true,
  dtype: true,
};

/** The most lags; a stranger's file may name any number. */
const MAX_LAGS = 64;
/** Keeps the slope of a root finite where a channel does not move. */
const LEAST_VARIANCE = 1e-5;

/**
 * Pools a sequence of frames by the second-order statistics of its channels: their means and
 * deviations over time, their correlations, and, of the differences `x[t + lag] − x[t]` for each
 * lag, the deviations and correlations too (about 0, not their mean). Each pair of channels counts
 * once. Correlations are softened: divided by `(deviation + softening)` of both channels.
 *
 * Input `[batch, frames, channels]`, output `[batch, channels + (1 + lags) · channels · (channels +
 * 1) / 2]`. It has no weights, and uses only operations that every backend of tfjs has and trains.
 *
 * Constructing it, and `Classifier.load`, register it with tfjs. For plain `tf.loadLayersModel`,
 * call `CovariancePooling.register()` first.
 */
export class CovariancePooling extends layers.Layer {
  static readonly className: string = 'CovariancePooling';
  readonly lags: readonly number[];
  readonly softening: number;

  /** @throws {ModelError} `bad-argument`. */
  constructor(config: CovariancePoolingConfig = {}) {
    const caller = 'CovariancePooling';
    const {
      lags = DEFAULT_LAGS,
      softening = 0.1,
      ...others
    } = checkOptions<LayerConfig>(caller, config, OPTIONS);
    checkList(caller, 'lags', lags);
    if (lags.length > MAX_LAGS) {
      throw new ModelError(
        'bad-argument',
        `${caller}: \`lags\` must be at most ${MAX_LAGS}, got ${lags.length}`,
      );
    }
    lags.forEach((lag, i) => {
      checkInteger(caller, `lags[${i}]`, lag, 1);
    });
    checkPositive(caller, 'softening', softening);
    super(others as ConstructorParameters<typeof layers.Layer>[0]);
    CovariancePooling.register();
    this.lags = [...lags];
    this.softening = softening;
    this.inputSpec = [{ ndim: 3 }];
  }

  /** Reads the configuration of a saved layer, beside which tfjs puts the layers of one's own. */
  static override fromConfig<T extends tf.serialization.Serializable>(
    layer: tf.serialization.SerializableConstructor<T>,
    { customObjects: _, ...config }: tf.serialization.ConfigDict,
  ): T {
    return new layer(config);
  }

  /** Makes the layer known to tfjs, so that saved models that have it load. */
  static register(): void {
    const { classNameMap } = tf.serialization.SerializationMap.getMap();
    if (!Object.hasOwn(classNameMap, CovariancePooling.className)) {
      tf.serialization.registerClass(CovariancePooling);
    }
  }

  override build(inputShape: Shape | Shape[]): void {
    const [, frames] = inputShape as Shape;
    const lag = Math.max(0, ...this.lags);
    if (typeof frames === 'number' && lag >= frames) {
      throw new ModelError(
        'bad-argument',
        `CovariancePooling: \`lags\` must be below the ${frames} frames, got ${lag}`,
      );
    }
    super.build(inputShape);
  }

  override computeOutputShape(inputShape: Shape | Shape[]): Shape {
    const [batch, , channels] = inputShape as [number | null, number, number];
    const ofOne = (channels * (channels + 1)) / 2;
    return [batch, channels + (1 + this.lags.length) * ofOne];
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.tidy(() => {
      const x = (Array.isArray(inputs) ? inputs[0] : inputs) as tf.Tensor3D;
      const [batch, frames, channels] = x.shape;
      const mean = tf.mean(x, 1, true);
      const differences = this.lags.map((lag) => {
        const shape: [number, number, number] = [batch, frames - lag, channels];
        return tf.sub(tf.slice(x, [0, lag, 0], shape), tf.slice(x, [0, 0, 0], shape));
      });
      const moving = [tf.sub<tf.Tensor3D>(x, mean), ...(differences as tf.Tensor3D[])];
      const flat = tf.reshape(mean, [batch, channels]);
      return tf.concat([flat, ...moving.flatMap((each) => this.#secondOrder(each))], 1);
    });
  }

  override getConfig(): tf.serialization.ConfigDict {
    return { ...super.getConfig(), lags: [...this.lags], softening: this.softening };
  }

  /** The deviations, `[batch, channels]`, and the correlations, `[batch, pairs]`. */
  #secondOrder(x: tf.Tensor3D): tf.Tensor2D[] {
    const [batch, frames, channels] = x.shape;
    const deviation = tf.sqrt(tf.add(tf.mean(tf.square(x), 1, true), LEAST_VARIANCE));
    const scaled = tf.div<tf.Tensor3D>(x, tf.add(deviation, this.softening));
    const correlations = tf.div<tf.Tensor3D>(tf.matMul(scaled, scaled, true, false), frames);
    const flat = tf.reshape(deviation, [batch, channels]) as tf.Tensor2D;
    return channels === 1 ? [flat] : [flat, unorderedPairs(correlations)];
  }
}
