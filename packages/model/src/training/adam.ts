import * as tf from '@tensorflow/tfjs-core';
import { type AdamStep, adamStep, adamSteps } from '../util/adam-step.ts';
import { integerPower } from '../util/integer-power.ts';

/** The state of Adam after some steps, in plain arrays. */
export interface AdamState {
  iterations: number;
  learningRate: number;
  /** First and second moment of each variable, in the order of the variables. */
  moments: [first: Float32Array, second: Float32Array][];
}

/** The options of `Adam`, with Keras' defaults. */
export interface AdamOptions {
  /** The learning rate. Default 0.001. */
  learningRate?: number;
  /** Decay of the mean of the gradients. Default 0.9. */
  beta1?: number;
  /** Decay of the mean of their squares. Default 0.999. */
  beta2?: number;
  /** Keeps the division away from 0. Default 1e-7. */
  epsilon?: number;
  /**
   * Decoupled weight decay, as AdamW (Loshchilov & Hutter 2019): each step shrinks weights by
   * rate · decay. Default 0.
   */
  weightDecay?: number;
  /**
   * Scales all gradients together so that their norm is at most this, as Keras' `global_clipnorm`.
   * Default: none.
   */
  globalClipnorm?: number;
}

/**
 * Adam (Kingma & Ba 2015) over a fixed list of variables, in Keras' form: ε is added to the
 * uncorrected √v. Unlike tfjs' own, its state can be copied and put back without losing a bit.
 */
export class Adam {
  learningRate: number;
  readonly #variables: tf.Variable[];
  readonly #beta1: number;
  readonly #beta2: number;
  readonly #epsilon: number;
  readonly #weightDecay: number;
  readonly #globalClipnorm: number | undefined;
  readonly #first: tf.Variable[];
  readonly #second: tf.Variable[];
  #iterations = 0;

  constructor(
    variables: tf.Variable[],
    {
      learningRate = 1e-3,
      beta1 = 0.9,
      beta2 = 0.999,
      epsilon = 1e-7,
      weightDecay = 0,
      globalClipnorm,
    }: AdamOptions = {},
  ) {
    this.#variables = variables;
    this.learningRate = learningRate;
    this.#beta1 = beta1;
    this.#beta2 = beta2;
    this.#epsilon = epsilon;
    this.#weightDecay = weightDecay;
    this.#globalClipnorm = globalClipnorm;
    const slots = () => variables.map((v) => tf.tidy(() => tf.variable(tf.zeros(v.shape), false)));
    this.#first = slots();
    this.#second = slots();
  }

  /**
   * One update from the gradient of each variable. Keeps no reference to the gradients.
   *
   * @param gradients In the order of the variables, each of its variable's shape.
   */
  applyGradients(gradients: tf.Tensor[]): void {
    this.#iterations++;
    const t = this.#iterations;
    // In doubles and outside of the graph, so that they are the same on every machine.
    const correction =
      Math.sqrt(1 - integerPower(this.#beta2, t)) / (1 - integerPower(this.#beta1, t));
    const numbers: AdamStep = {
      rate: this.learningRate * correction,
      beta1: this.#beta1,
      beta2: this.#beta2,
      epsilon: this.#epsilon,
      shrink: 1 - this.learningRate * this.#weightDecay,
    };
    tf.tidy(() => {
      const scale = this.#clipScale(gradients);
      const slots = this.#variables.map((each, i) => [each, this.#first[i], this.#second[i]]);
      adamSteps(slots, gradients, scale, numbers).forEach((value, i) => {
        const values = value ? [value] : adamStep(slots[i], gradients[i], scale, numbers);
        values.forEach((each, j) => {
          (slots[i][j] as tf.Variable).assign(each);
        });
      });
    });
  }

  /** The factor of every gradient with which their common norm stays in bounds. */
  #clipScale(gradients: tf.Tensor[]): tf.Tensor | undefined {
    if (this.#globalClipnorm === undefined) return undefined;
    const squares = gradients.map((gradient) => tf.sum(tf.square(gradient)));
    // Not addN: the webgpu backend of tfjs 4.22.0 binds all terms at once. Beyond a GPU's limit
    // (some 8) the sum is wrong, without an error.
    const norm = tf.sqrt(squares.reduce((a, b) => tf.add(a, b)));
    return tf.div(this.#globalClipnorm, tf.maximum(norm, this.#globalClipnorm));
  }

  /** Copies the state to plain arrays. */
  async getState(): Promise<AdamState> {
    const moments = this.#variables.map(
      async (_, i): Promise<[Float32Array, Float32Array]> => [
        Float32Array.from(await this.#first[i].data()),
        Float32Array.from(await this.#second[i].data()),
      ],
    );
    return {
      iterations: this.#iterations,
      learningRate: this.learningRate,
      moments: await Promise.all(moments),
    };
  }

  /** Puts a copied state back. */
  setState({ iterations, learningRate, moments }: AdamState): void {
    this.#iterations = iterations;
    this.learningRate = learningRate;
    tf.tidy(() => {
      moments.forEach(([first, second], i) => {
        this.#first[i].assign(tf.tensor(first, this.#first[i].shape));
        this.#second[i].assign(tf.tensor(second, this.#second[i].shape));
      });
    });
  }

  dispose(): void {
    tf.dispose([this.#first, this.#second]);
  }
}
