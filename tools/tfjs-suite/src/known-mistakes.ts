/** A test of tfjs that expects what is wrong, or an error where we compute. */
export interface KnownMistake {
  /** The test, as the report names it. */
  name: string;
  /** Why the test is wrong, and where that is shown. */
  proof: string;
}

/** Every test of tfjs that may pass without us and fail with us. */
export const knownMistakes: KnownMistake[] = [
  {
    name: 'avgPool: gradient x=[3,3,1] f=[3,3] s=1 p=explicit',
    proof:
      'The forward pass divides a window that padding clips by the elements inside the image, and ' +
      'the expected gradient divides by the whole window. Finite differences of the forward pass ' +
      'give ours: packages/wasm-training/src/kernels/util/pool-grad.test.ts, "match finite ' +
      'differences, clipped windows included".',
  },
  {
    name: 'depthwiseConv2d gradients: throws error on dilations > 1',
    proof:
      'The test expects that tfjs has no such gradient. We have it, and finite differences agree: ' +
      'packages/wasm-training/src/kernels/depthwise-conv2d.test.ts.',
  },
];
