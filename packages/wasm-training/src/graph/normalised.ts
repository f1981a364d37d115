import { type ConvolutionSizes, convolution1D } from '../fused/convolution.ts';
import { type BatchNormalization, normalise, normalises, type Weight } from '../fused/normalise.ts';
import type { Pattern } from './pattern.ts';
import type { Symbolic } from './symbolic.ts';

/** What tfjs' `Conv1D` has. */
interface Conv1D {
  readonly kernel: Weight;
  readonly bias?: Weight | null;
  readonly activation: object;
  readonly padding: string;
  readonly dataFormat: string;
  readonly strides: number[];
  readonly dilationRate: number[];
}

/** What tfjs' `ReLU` has. */
interface ReLU {
  readonly maxValue?: number | null;
}

/**
 * A normalisation of a convolution, which may be rectified before or after: Conv1D (linear or relu),
 * BatchNormalization, ReLU.
 */
export const normalised: Pattern = (end, { consumers, classes }) => {
  const nameOf = (each: Symbolic | undefined): string | undefined =>
    each && classes.nameOf(each.sourceLayer, 'call');
  const isReLU = nameOf(end) === 'ReLU';
  const norm = isReLU ? end.inputs[0] : end;
  if (nameOf(norm) !== 'BatchNormalization') return undefined;
  const hasOne = (each: Symbolic): boolean => consumers.get(each)?.length === 1;
  // A rectifier that alone takes the normalisation makes a longer match.
  const [next] = consumers.get(end) ?? [];
  if (!isReLU && hasOne(end) && nameOf(next) === 'ReLU') return undefined;
  const source = norm.inputs[0];
  if (nameOf(source) !== 'Conv1D' || !hasOne(source)) return undefined;
  if (isReLU && !hasOne(norm)) return undefined;

  const conv = source.sourceLayer as unknown as Conv1D;
  const layer = norm.sourceLayer as unknown as BatchNormalization;
  const relu = end.sourceLayer as unknown as ReLU;
  const members = isReLU ? [source, norm, end] : [source, norm];
  return {
    members,
    inputs: source.inputs,
    run(tf, [x]) {
      const activation = classes.nameOf(conv.activation, 'apply');
      const sizes = sizesOf(conv);
      const isServed =
        sizes !== undefined &&
        conv.bias != null &&
        (activation === 'linear' || activation === 'relu') &&
        (!isReLU || relu.maxValue == null) &&
        normalises(layer, source.shape.length, source.shape[2] as number);
      if (!isServed) return undefined;
      const kernel = conv.kernel.read();
      const [, frames = 0] = x.shape;
      // Of no frames there are no moments, and tfjs throws.
      const isEmpty = frames <= (kernel.shape[0] - 1) * sizes.dilation;
      if (sizes.padding === 'valid' && isEmpty) return undefined;
      const bias = (conv.bias as Weight).read();
      const convolution = convolution1D(kernel, bias, sizes);
      const rectifiesInput = activation === 'relu';
      return normalise(tf, layer, x, { convolution, rectifiesInput, rectifiesOutput: isReLU });
    },
  };
};

function sizesOf({
  padding,
  dataFormat,
  strides: [stride],
  dilationRate: [dilation],
}: Conv1D): ConvolutionSizes | undefined {
  if (padding !== 'same' && padding !== 'valid') return undefined;
  if (dataFormat !== 'channelsLast' || (stride > 1 && dilation > 1)) return undefined;
  return { stride, dilation, padding };
}
