import type { FullGateOptions } from '../gate-options.ts';

/** Frames of speech: the first, and the one after the last. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/**
 * The runs of frames that are speech, by hysteresis, as `FrameProcessor` of `@ricky0123/vad-web`
 * finds them: one begins with a frame of `positiveSpeechThreshold` or more, and ends when
 * `redemptionMs` of frames below `negativeSpeechThreshold` came since the last such frame. It
 * counts if it holds `minSpeechMs` of such frames.
 */
export function speechRuns(
  probabilities: Float64Array,
  frameMs: number,
  options: FullGateOptions,
): Run[] {
  const { positiveSpeechThreshold, negativeSpeechThreshold } = options;
  const redemption = Math.max(1, Math.floor(options.redemptionMs / frameMs));
  const least = Math.floor(options.minSpeechMs / frameMs);
  const runs: Run[] = [];
  let from = -1;
  let positive = 0;
  let negative = 0;
  for (const [f, probability] of probabilities.entries()) {
    if (probability >= positiveSpeechThreshold) {
      if (from === -1) {
        from = f;
        positive = 0;
      }
      positive++;
      negative = 0;
    } else if (from !== -1 && probability < negativeSpeechThreshold && ++negative >= redemption) {
      if (positive >= least) runs.push({ from, to: f + 1 });
      from = -1;
      negative = 0;
    }
  }
  if (from !== -1 && positive >= least) runs.push({ from, to: probabilities.length });
  return runs;
}
