import type { ExtractorConfig, FeatureConfig } from '../extractor/extractor-config.ts';
import type { FrameFeature } from '../extractor/feature-kind.ts';
import { buildExtractor } from '../extractor/util/build-extractor.ts';
import { checkExtractorConfig } from '../extractor/util/check-extractor-config.ts';
import { kindNames, kindOf } from '../extractor/util/kind-of.ts';
import type { Samples } from '../samples.ts';
import { eachFinite } from '../util/all-finite.ts';
import { badArgument, checkFloats, checkSamples } from '../util/checks.ts';
import { FrameSource } from './util/frame-source.ts';
import { SampleBuffer } from './util/sample-buffer.ts';

/** The features of a live signal, frame by frame. */
export interface FrameStream {
  /** The names of a frame's values, as those of the extractor with the same configuration. */
  readonly names: readonly string[];
  /**
   * Takes the next samples, any number of them, at the configuration's rate.
   *
   * @throws {FeatureError} for samples that are not finite, and after `end`.
   */
  push(samples: Samples): void;
  /** Ends the signal, so that the frames that reach beyond its end can be pulled. */
  end(): void;
  /**
   * Computes the next frame into `out`, which is as long as `names`. Allocates nothing.
   *
   * @returns Whether there was one.
   */
  pull(out: Float32Array): boolean;
}

/**
 * Frames of a live signal, equal bit for bit to those of `createExtractor` with the same
 * configuration and the whole signal. It runs in every JavaScript engine, and in an AudioWorklet.
 *
 * The buffer holds one frame and the samples that no frame has used yet. Nothing is allocated once
 * it fits the largest chunk.
 *
 * @example
 * const stream = createFrameStream(presets.logMel);
 * const frame = new Float32Array(stream.names.length);
 * stream.push(chunk);
 * while (stream.pull(frame)) show(frame);
 *
 * @throws {FeatureError} for a configuration with a statistic, an offset, a duration, a number of
 *   frames, another `padMode` than `'constant'`, a spectral shape (`centroid` to `contrast`), or
 *   what depends on the whole signal: a level, trimming, or such a feature.
 */
export function createFrameStream(config: ExtractorConfig): FrameStream {
  checkExtractorConfig('createFrameStream', config);
  const { center = true, padMode = 'constant', offset = 0, duration = null } = config;
  const none: [string, unknown, unknown][] = [
    ['statistic', config.statistic, null],
    ['frames', config.frames ?? null, null],
    ['offset', offset, 0],
    ['duration', duration, null],
    ['level', config.level ?? null, null],
    ['trim', config.trim ?? null, null],
    ['padMode', padMode, 'constant'],
  ];
  for (const [option, value, wanted] of none) {
    if (value !== wanted) throw badArgument('createFrameStream', option, String(wanted), value);
  }
  const { names } = buildExtractor('createFrameStream', config);
  const source = new FrameSource(config);
  const features = config.features.map((feature, i) =>
    liveFeature(feature, source, `features[${i}]`),
  );
  const widths = config.features.map((feature) => kindOf(feature).names(feature).length);
  const { nFft, hopLength } = source;
  const padding = center ? Math.floor(nFft / 2) : 0;

  // Indices count from the first zero of the padding.
  const buffer = new SampleBuffer(2 * nFft + hopLength);
  buffer.appendZeros(padding, 0);
  let next = 0;
  let signalEnd = padding;
  let ended = false;

  return {
    names,
    push(samples) {
      if (ended) throw badArgument('push', 'samples', 'pushed before `end`', samples);
      checkFloats('push', 'samples', samples);
      if (samples.length === 0) return;
      if (!eachFinite(samples)) checkSamples('push', 'samples', samples);
      buffer.append(samples, next);
      signalEnd = buffer.end;
    },
    end() {
      if (ended) return;
      ended = true;
      buffer.appendZeros(padding, next);
    },
    pull(out) {
      if (out.length !== names.length) {
        throw badArgument('pull', 'out', `${names.length} long`, out.length);
      }
      if (next + nFft > buffer.end || signalEnd === padding) return false;
      const { start } = buffer;
      source.moveTo(buffer.values, next - start, padding - start, signalEnd - start);
      let at = 0;
      for (let i = 0; i < features.length; i++) {
        features[i](out, at);
        at += widths[i];
      }
      next += hopLength;
      return true;
    },
  };
}

/**
 * A feature of the current frame.
 *
 * @throws {FeatureError} for one that needs the whole signal.
 */
function liveFeature(feature: FeatureConfig, source: FrameSource, path: string): FrameFeature {
  const live = kindOf(feature).live?.(feature, source, path);
  if (live) return live;
  const expected = `one of ${kindNames({ live: true }).join(', ')}`;
  throw badArgument('createFrameStream', `${path}.kind`, expected, feature.kind);
}
