import golden from '../../fixtures/audio.golden.json' with { type: 'json' };

/** A small file of a compressed format, and what a reference decoder reads from it. */
export interface AudioCase {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
  /** How many samples of a channel were encoded. */
  frames: number;
  sampleRate: number;
  samples: Float32Array;
}

/** Every case of the golden file. */
export const AUDIO_CASES: readonly AudioCase[] = golden.cases.map((each) => ({
  name: each.name,
  bytes: decoded(each.file),
  frames: each.frames,
  sampleRate: each.sampleRate,
  samples: new Float32Array(decoded(each.samples).buffer),
}));

/** The case of that name. */
export function audioCase(name: string): AudioCase {
  const found = AUDIO_CASES.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no case ${name}`);
  return found;
}

/** A copy: Node keeps small buffers in one. */
function decoded(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(base64, 'base64'));
}
