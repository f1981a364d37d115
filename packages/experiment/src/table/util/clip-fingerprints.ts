import * as v from 'valibot';
import { parseJson } from '../../util/parse-json.ts';
import { parseWith } from '../../util/parse-with.ts';
import { FINGERPRINTS_KEY } from './table-columns.ts';

/** By what the recording of a clip is found again, without its sound. */
export interface ClipFingerprint {
  /** Where the clip lies, to compare its sound where others come close. */
  readonly file: string;
  /** Whatever describes the sound, as base64; `''` of a sound in which there is nothing. */
  readonly fingerprint: string;
}

/** About 250 a clip. */
const MOST_BYTES = 2 ** 28;

const schema = v.object({
  version: v.literal(1),
  clips: v.array(v.strictTuple([v.string(), v.string(), v.string()])),
});

/** The fingerprints of a table's clips as JSON, in their order. */
export function formatFingerprints(fingerprints: ReadonlyMap<string, ClipFingerprint>): string {
  const clips = Array.from(fingerprints, ([id, { file, fingerprint }]) => [id, file, fingerprint]);
  return JSON.stringify({ version: 1, clips });
}

/**
 * Reads what {@link formatFingerprints} wrote.
 *
 * @param file the table's name, for messages
 */
export function parseFingerprints(file: string, text: string): Map<string, ClipFingerprint> {
  const where = `${file}: ${FINGERPRINTS_KEY}`;
  const json = parseJson(new TextEncoder().encode(text), MOST_BYTES);
  const { clips } = parseWith(schema, where, json, 'bad-table');
  return new Map(clips.map(([id, path, fingerprint]) => [id, { file: path, fingerprint }]));
}
