import { excite } from '../fused/excite.ts';
import type { Weight } from '../fused/normalise.ts';
import type { DropoutAttrs } from '../kernels/dropout.ts';
import type { Pattern } from './pattern.ts';
import type { Symbolic } from './symbolic.ts';

/** What tfjs' `Dense` has. */
interface Dense {
  readonly kernel: Weight;
  readonly bias?: Weight | null;
  readonly activation: object;
}

/** What tfjs' `Dropout` has. */
interface Dropout {
  readonly rate: number;
  readonly seed?: number | string;
  readonly noiseShape?: unknown;
}

/**
 * A residual connection whose branch ends in a squeeze-and-excitation: GlobalAveragePooling1D, Dense
 * (relu), Dense (sigmoid), Reshape, Multiply, perhaps Dropout, and Add.
 */
export const excited: Pattern = (end, { consumers, classes }) => {
  const is = (each: Symbolic | undefined, name: string, count: number): each is Symbolic =>
    each !== undefined &&
    classes.nameOf(each.sourceLayer, 'call') === name &&
    each.inputs.length === count;
  if (!is(end, 'Add', 2)) return undefined;
  const [skip, branch] = end.inputs;
  const dropped = is(branch, 'Dropout', 1) ? branch : undefined;
  const product = dropped ? dropped.inputs[0] : branch;
  if (!is(product, 'Multiply', 2)) return undefined;
  const [x, gate] = product.inputs;
  const wide = is(gate, 'Reshape', 1) ? gate.inputs[0] : undefined;
  const narrow = is(wide, 'Dense', 1) ? wide.inputs[0] : undefined;
  const mean = is(narrow, 'Dense', 1) ? narrow.inputs[0] : undefined;
  if (!wide || !narrow || !is(mean, 'GlobalAveragePooling1D', 1)) return undefined;
  if (mean.inputs[0] !== x || x.shape.length !== 3) return undefined;
  const channels = x.shape[2];
  const [, ...gateSizes] = gate.shape;
  if (gateSizes.length !== 2 || gateSizes[0] !== 1 || gateSizes[1] !== channels) return undefined;
  if (skip.shape.some((size, i) => size !== x.shape[i]) || channels === 1) return undefined;
  const inner = [product, gate, wide, narrow, mean, ...(dropped ? [dropped] : [])];
  if (!inner.every((each) => consumers.get(each)?.length === 1)) return undefined;

  const [first, second] = [narrow, wide].map((each) => each.sourceLayer as unknown as Dense);
  const dropout = dropped?.sourceLayer as unknown as Dropout | undefined;
  return {
    members: [...inner, end],
    inputs: [x, skip],
    run(tf, [x, skip]) {
      const isGate =
        classes.nameOf(first.activation, 'apply') === 'relu' &&
        classes.nameOf(second.activation, 'apply') === 'sigmoid';
      const { rate = 0, seed, noiseShape } = dropout ?? {};
      const isMasked = 0 < rate && rate < 1;
      if (!isGate || !first.bias || !second.bias) return undefined;
      // Of axes whose sizes the graph does not tell, one frame may spread over many.
      if (!tf.util.arraysEqual(x.shape, skip.shape)) return undefined;
      if (isMasked && (seed == null || noiseShape != null)) return undefined;
      const attrs: DropoutAttrs = { rate, seed: String(seed) };
      return excite(tf, x, skip, {
        squeeze: first.kernel.read(),
        squeezeBias: first.bias.read(),
        excite: second.kernel.read(),
        exciteBias: second.bias.read(),
        ...(isMasked && { dropout: attrs }),
      });
    },
  };
};
