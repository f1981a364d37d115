import * as tf from '@tensorflow/tfjs-core';

/** What Adam has gathered after some steps; plain arrays. */
export interface AdamState {
  iterations: number;
  learningRate: number;
  /** First and second moment of each variable, in the order of the variables. */
  moments: [first: Float32Array, second: Float32Array][];
}

/** Options of {@link Adam}, with Keras' defaults. */
export interface AdamOptions {
  learningRate?: number;
  beta1?: number;
  beta2?: number;
  epsilon?: number;
  /** Decoupled weight decay, as AdamW (Loshchilov & Hutter 2019): each step shrinks weights by rate · decay. */
  weightDecay?: number;
  /** Scales all gradients together so that their norm is at most this, as Keras' `global_clipnorm`. */
  globalClipnorm?: number;
}

/**
 * Adam (Kingma & Ba 2015) over a fixed list of variables, in Keras' form: ε is added to the uncorrected √v. Unlike
 * tfjs' own, its state can be copied and put back without losing a bit.
 */
export class Adam {
  learningRate: number;
  private readonly variables: tf.Variable[];
  private readonly beta1: number;
  private readonly beta2: number;
  private readonly epsilon: number;
  private readonly weightDecay: number;
  private readonly globalClipnorm: number | undefined;
  private readonly first: tf.Variable[];
  private readonly second: tf.Variable[];
  private iterations = 0;

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
    this.variables = variables;
    this.learningRate = learningRate;
    this.beta1 = beta1;
    this.beta2 = beta2;
    this.epsilon = epsilon;
    this.weightDecay = weightDecay;
    this.globalClipnorm = globalClipnorm;
    const slots = () => variables.map((v) => tf.tidy(() => tf.variable(tf.zeros(v.shape), false)));
    this.first = slots();
    this.second = slots();
  }

  /** One update from the gradient of each variable. Keeps no reference to the gradients. */
  applyGradients(gradients: tf.Tensor[]): void {
    this.iterations++;
    const t = this.iterations;
    // In doubles and outside the graph: two small numbers a step, the same on every machine.
    const rate = (this.learningRate * Math.sqrt(1 - this.beta2 ** t)) / (1 - this.beta1 ** t);
    const shrink = 1 - this.learningRate * this.weightDecay;
    tf.tidy(() => {
      const scale = this.clipScale(gradients);
      this.variables.forEach((variable, i) => {
        const g = scale ? tf.mul(gradients[i], scale) : gradients[i];
        const m = this.first[i];
        const v = this.second[i];
        m.assign(tf.add(m, tf.mul(tf.sub(g, m), 1 - this.beta1)));
        v.assign(tf.add(v, tf.mul(tf.sub(tf.square(g), v), 1 - this.beta2)));
        const update = tf.div(tf.mul(m, rate), tf.add(tf.sqrt(v), this.epsilon));
        const decayed = shrink === 1 ? variable : tf.mul(variable, shrink);
        variable.assign(tf.sub(decayed, update));
      });
    });
  }

  /** What every gradient is multiplied by, so that their common norm stays in bounds. */
  private clipScale(gradients: tf.Tensor[]): tf.Tensor | undefined {
    if (this.globalClipnorm === undefined) return undefined;
    const squares = gradients.map((gradient) => tf.sum(tf.square(gradient)));
    const norm = tf.sqrt(tf.addN(squares));
    return tf.div(this.globalClipnorm, tf.maximum(norm, this.globalClipnorm));
  }

  /** Copies the state to plain arrays. */
  async getState(): Promise<AdamState> {
    const moments = this.variables.map(
      async (_, i): Promise<[Float32Array, Float32Array]> => [
        Float32Array.from(await this.first[i].data()),
        Float32Array.from(await this.second[i].data()),
      ],
    );
    return {
      iterations: this.iterations,
      learningRate: this.learningRate,
      moments: await Promise.all(moments),
    };
  }

  /** Puts a copied state back. */
  setState({ iterations, learningRate, moments }: AdamState): void {
    this.iterations = iterations;
    this.learningRate = learningRate;
    tf.tidy(() => {
      moments.forEach(([first, second], i) => {
        this.first[i].assign(tf.tensor(first, this.first[i].shape));
        this.second[i].assign(tf.tensor(second, this.second[i].shape));
      });
    });
  }

  dispose(): void {
    tf.dispose([this.first, this.second]);
  }
}
