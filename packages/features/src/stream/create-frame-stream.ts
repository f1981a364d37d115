import type { OptionNames } from '@ser/internal';
import type { ExtractorConfig, FeatureConfig } from '../extractor/extractor-config.ts';
import type { FrameFeature } from '../extractor/feature-kind.ts';
import { buildExtractor } from '../extractor/util/build-extractor.ts';
import { checkExtractorConfig } from '../extractor/util/check-extractor-config.ts';
import { kindNames, kindOf } from '../extractor/util/kind-of.ts';
import { MAX_FACTOR } from '../kernels/resample/resampler.ts';
import type { Samples } from '../samples.ts';
import { eachFinite } from '../util/all-finite.ts';
import { checkOptions } from '../util/check-options.ts';
import { badArgument, checkFloats, checkPositive, checkSamples } from '../util/checks.ts';
import { MAX_SAMPLE_RATE, MAX_VALUES } from '../util/limits.ts';
import { FrameSource } from './util/frame-source.ts';
import { SampleBuffer } from './util/sample-buffer.ts';
import { StreamResampler } from './util/stream-resampler.ts';

/** The options of `createFrameStream`. */
export interface FrameStreamOptions {
  /**
   * Samples per second of what is pushed, which are resampled to the configuration's rate.
   * Default: that rate.
   */
  sampleRate?: number;
}

/** The names of the options. */
const OPTIONS: OptionNames<FrameStreamOptions> = { sampleRate: true };

/** The features of a live signal, frame by frame. */
export interface FrameStream {
  /** The names of a frame's values, as those of the extractor with the same configuration. */
  readonly names: readonly string[];
  /**
   * How many seconds resampling holds a sample back at most: 0 for those at the configuration's
   * rate; to 16 kHz 0.079 of 48 kHz, 0.087 of 44.1 kHz, and 0.116 of 8 kHz.
   */
  readonly delay: number;
  /**
   * Takes the next samples, any number of them, at the configuration's rate or that of the option.
   *
   * @throws {FeatureError} for samples that are not finite, after `end`, and where more than
   *   536,870,912 would wait for `pull`.
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
 * configuration and the whole signal, at whatever rate it comes. It runs in every JavaScript
 * engine, and in an AudioWorklet.
 *
 * The buffer holds one frame and the samples that no frame has used yet. Nothing is allocated once
 * it fits the largest chunk. Samples of another rate go through the filters of `resample` in the
 * same blocks, which hold them back by up to `delay` seconds.
 *
 * @example
 * const stream = createFrameStream(presets.logMel, { sampleRate: context.sampleRate });
 * const frame = new Float32Array(stream.names.length);
 * stream.push(chunk);
 * while (stream.pull(frame)) show(frame);
 *
 * @throws {FeatureError} for a configuration with a statistic, an offset, a duration, a number of
 *   frames, another `padMode` than `'constant'`, a spectral shape (`centroid` to `contrast`), or
 *   what depends on the whole signal: a level, trimming, or such a feature; for options that are
 *   unknown, and a rate that is not positive, above 768,000 Hz, or more than 1,024 times as high or
 *   as low as the configuration's.
 */
export function createFrameStream(
  config: ExtractorConfig,
  options: FrameStreamOptions = {},
): FrameStream {
  checkExtractorConfig('createFrameStream', config);
  checkOptions('createFrameStream', options, OPTIONS);
  const { sampleRate = config.sampleRate } = options;
  checkRate(sampleRate, config.sampleRate);
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
  const resampler =
    sampleRate === config.sampleRate
      ? undefined
      : new StreamResampler(sampleRate, config.sampleRate);
  buffer.appendZeros(padding, 0);
  let next = 0;
  let signalEnd = padding;
  let ended = false;

  return {
    names,
    delay: resampler?.delay ?? 0,
    push(samples) {
      if (ended) throw badArgument('push', 'samples', 'pushed before `end`', samples);
      checkFloats('push', 'samples', samples);
      if (samples.length === 0) return;
      const waiting = buffer.end - Math.min(next, buffer.end);
      const room = Math.floor((MAX_VALUES - waiting) * Math.min(1, sampleRate / config.sampleRate));
      if (samples.length > room) {
        const expected = `at most ${room} long while ${waiting} samples wait for \`pull\``;
        throw badArgument('push', 'samples', expected, samples.length);
      }
      if (!eachFinite(samples)) checkSamples('push', 'samples', samples);
      if (resampler) resampler.push(samples, buffer, next);
      else buffer.append(samples, next);
      signalEnd = buffer.end;
    },
    end() {
      if (ended) return;
      ended = true;
      resampler?.end(buffer, next);
      signalEnd = buffer.end;
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

/** Throws for a rate of samples that a stream does not resample to `wanted`. */
function checkRate(sampleRate: number, wanted: number): void {
  checkPositive('createFrameStream', 'sampleRate', sampleRate);
  const lowest = wanted / MAX_FACTOR;
  const highest = Math.min(MAX_SAMPLE_RATE, wanted * MAX_FACTOR);
  if (sampleRate >= lowest && sampleRate <= highest) return;
  const expected = `in [${lowest}, ${highest}] for a configuration of ${wanted} Hz`;
  throw badArgument('createFrameStream', 'sampleRate', expected, sampleRate);
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
