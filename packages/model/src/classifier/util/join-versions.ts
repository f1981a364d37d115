import { ModelError } from '../../model-error.ts';
import { joinExamples } from './join-examples.ts';

/**
 * Copies the versions of clips into one array.
 *
 * @returns The versions, those of a clip after those of the one before, and each clip's number.
 * @throws {ModelError} `bad-argument` for a clip without versions, or a version that is no example.
 */
export function joinVersions(
  caller: string,
  clips: readonly (readonly Float32Array[])[],
  size: number,
): { x: Float32Array; counts: number[] } {
  const fail = (name: string, problem: string) =>
    new ModelError('bad-argument', `${caller}: \`${name}\` must ${problem}`);
  if (!Array.isArray(clips)) throw fail('clips', `be a list of lists, got ${typeof clips}`);
  const joined = clips.map((versions, i) => {
    const clip = joinExamples(caller, `clips[${i}]`, versions, size);
    if (clip.length === 0) throw fail(`clips[${i}]`, 'hold at least one version');
    return clip;
  });
  const counts = joined.map((clip) => clip.length / size);
  const x = new Float32Array(counts.reduce((sum, count) => sum + count, 0) * size);
  let at = 0;
  for (const clip of joined) {
    x.set(clip, at);
    at += clip.length;
  }
  return { x, counts };
}
