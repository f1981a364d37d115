import type { OptionNames } from '@ser/internal';
import type { Clip } from '../clip.ts';
import { CorpusError } from '../corpus-error.ts';
import type { Problem } from '../problem.ts';
import { createProblemHandler } from '../sources/util/problem-handler.ts';
import { byCodeUnit } from '../util/by-code-unit.ts';
import { checkOptions } from '../util/check-options.ts';
import { type Audio, decodeWav } from '../wav/decode-wav.ts';
import { checkDecode, type DecodeClip } from './decode-clip.ts';
import { type Fingerprint, fingerprintOf } from './fingerprint.ts';
import type { Twins } from './twins.ts';
import { checkFingerprint } from './util/check-fingerprint.ts';
import { DisjointSet } from './util/disjoint-set.ts';
import { toLowRate } from './util/low-rate.ts';
import { nearPairs } from './util/near-pairs.ts';
import { isSameSound } from './util/same-sound.ts';

/** What is needed of a clip to find its twins. */
export type TwinClip = Pick<Clip<unknown>, 'id' | 'file' | 'bytes'>;

/** The options of `TwinFinder.find`. */
export interface TwinFinderOptions {
  /**
   * Called for a clip that cannot be read again, to compare it, and why. Default: none, and the
   * first problem is thrown.
   */
  onProblem?: (problem: Problem) => void;
  /** Decodes a clip that is read again, such as `decodeAudio`. Default `decodeWav`. */
  decode?: DecodeClip;
  /** Ends the search between two clips by throwing its reason. Default: none. */
  signal?: AbortSignal;
}

const TWIN_FINDER_OPTIONS: OptionNames<TwinFinderOptions> = {
  onProblem: true,
  decode: true,
  signal: true,
};

/**
 * Finds the clips that hold one recording among those that it is shown, for programs that decode
 * every clip anyway; `findTwins` decodes them itself. It keeps 112 bytes of each.
 *
 * @example
 * const finder = new TwinFinder();
 * for (const clip of clips) finder.add(clip, decodeWav(await clip.bytes()));
 * const twins = await finder.find();
 */
export class TwinFinder {
  readonly #clips: TwinClip[] = [];
  readonly #fingerprints: (Fingerprint | undefined)[] = [];

  /** Adds a clip and its sound. A clip without a fingerprint has no twin. */
  add(clip: TwinClip, audio: Audio): void {
    const low = toLowRate(audio);
    this.#clips.push(clip);
    this.#fingerprints.push(low && fingerprintOf(low));
  }

  /**
   * Adds a clip of which `fingerprint` was taken before, in another run or on another machine, so
   * that its sound is read only where there may be a twin.
   *
   * @param fingerprint Undefined for a clip that has none. It has no twin.
   * @throws {CorpusError} `bad-argument` for what is no fingerprint.
   */
  addFingerprint(clip: TwinClip, fingerprint: Fingerprint | undefined): void {
    if (fingerprint !== undefined) {
      checkFingerprint('TwinFinder.addFingerprint', 'fingerprint', fingerprint);
    }
    this.#clips.push(clip);
    this.#fingerprints.push(fingerprint);
  }

  /**
   * Compares the clips whose fingerprints are close, sample by sample. Only these are read again.
   *
   * @returns The groups, in the order of their first ids.
   * @throws {CorpusError} the first problem where there is no `onProblem`; the signal's reason.
   */
  async find(options: TwinFinderOptions = {}): Promise<Twins[]> {
    checkOptions('TwinFinder.find', options, TWIN_FINDER_OPTIONS);
    const { decode = decodeWav } = options;
    checkDecode('TwinFinder.find', decode);
    const report = createProblemHandler(options);
    const unreadable = new Set<TwinClip>();
    const same = new DisjointSet(this.#clips.length);
    const read = async (clip: TwinClip): Promise<Float32Array | undefined> => {
      if (unreadable.has(clip)) return undefined;
      try {
        return toLowRate(await decode(await clip.bytes(), { name: clip.file }));
      } catch (error) {
        if (!CorpusError.isInstance(error)) throw error;
        unreadable.add(clip);
        report(new CorpusError(error.code, error.message, { file: clip.file, cause: error }));
        return undefined;
      }
    };
    for (const { a, b } of nearPairs(this.#fingerprints)) {
      options.signal?.throwIfAborted();
      // A twin of a twin is known already.
      if (same.find(a) === same.find(b)) continue;
      const lowA = await read(this.#clips[a]);
      const lowB = lowA && (await read(this.#clips[b]));
      if (lowA && lowB && isSameSound(lowA, lowB)) same.merge(a, b);
    }
    return this.#groups(same);
  }

  #groups(same: DisjointSet): Twins[] {
    const groups = new Map<number, TwinClip[]>();
    this.#clips.forEach((clip, i) => {
      const group = groups.get(same.find(i));
      if (group) group.push(clip);
      else groups.set(same.find(i), [clip]);
    });
    return [...groups.values()]
      .filter((clips) => clips.length > 1)
      .map((clips) => clips.sort((x, y) => byCodeUnit(x.id, y.id) || byCodeUnit(x.file, y.file)))
      .sort(([x], [y]) => byCodeUnit(x.id, y.id))
      .map((clips) => ({ ids: clips.map(({ id }) => id), files: clips.map(({ file }) => file) }));
  }
}
