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
  /** How far a step goes. Default 0.001. */
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
   * @param gradients in the order of the variables, each of its variable's shape
   */
  applyGradients(gradients: tf.Tensor[]): void {
    this.#iterations++;
    const t = this.#iterations;
    // In doubles and outside the graph: two small numbers a step, the same on every machine.
    const correction = Math.sqrt(1 - wholePower(this.#beta2, t)) / (1 - wholePower(this.#beta1, t));
    const attrs: StepAttrs = {
      rate: this.learningRate * correction,
      beta1: this.#beta1,
      beta2: this.#beta2,
      epsilon: this.#epsilon,
      shrink: 1 - this.learningRate * this.#weightDecay,
    };
    const step = tf.getKernel('SerAdam', tf.getBackend()) ? fusedStep : composedStep;
    tf.tidy(() => {
      const scale = this.#clipScale(gradients);
      this.#variables.forEach((variable, i) => {
        const slots = [variable, this.#first[i], this.#second[i]];
        const values = step(slots, gradients[i], scale, attrs);
        slots.forEach((slot, j) => {
          slot.assign(values[j]);
        });
      });
    });
  }

  /** What every gradient is multiplied by, so that their common norm stays in bounds. */
  #clipScale(gradients: tf.Tensor[]): tf.Tensor | undefined {
    if (this.#globalClipnorm === undefined) return undefined;
    const squares = gradients.map((gradient) => tf.sum(tf.square(gradient)));
    // Not addN: the webgpu backend of tfjs 4.22.0 binds all terms at once. Beyond a GPU's limit
    // (some 8) the sum is garbage, without an error.
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

/** The numbers of one step. */
interface StepAttrs {
  /** The learning rate, corrected for the moments' start at 0. */
  rate: number;
  beta1: number;
  beta2: number;
  epsilon: number;
  /** What the variable is multiplied by first: weight decay. */
  shrink: number;
}

/** The next values of [variable, first, second]. */
type Step = (
  slots: tf.Tensor[],
  gradient: tf.Tensor,
  scale: tf.Tensor | undefined,
  attrs: StepAttrs,
) => tf.Tensor[];

const composedStep: Step = (
  [variable, first, second],
  gradient,
  scale,
  { rate, beta1, beta2, epsilon, shrink },
) => {
  const g = scale ? tf.mul(gradient, scale) : gradient;
  const m = tf.add(first, tf.mul(tf.sub(g, first), 1 - beta1));
  const v = tf.add(second, tf.mul(tf.sub(tf.square(g), second), 1 - beta2));
  const update = tf.div(tf.mul(m, rate), tf.add(tf.sqrt(v), epsilon));
  return [tf.sub(shrink === 1 ? variable : tf.mul(variable, shrink), update), m, v];
};

/** The same bits from one kernel, which `@ser/wasm-training` registers: a fifth of the time. */
const fusedStep: Step = ([variable, first, second], gradient, scale, attrs) => {
  const inputs = { variable, first, second, gradient, ...(scale && { scale }) };
  return tf.engine().runKernel('SerAdam', inputs, { ...attrs }) as unknown as tf.Tensor[];
};

/** `base ** exponent` by multiplication alone: the last bit of `**` is each engine's own affair. */
function wholePower(base: number, exponent: number): number {
  let power = 1;
  for (let rest = exponent, factor = base; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) power *= factor;
    factor *= factor;
  }
  return power;
}
