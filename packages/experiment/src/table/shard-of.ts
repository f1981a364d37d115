import { ExperimentError } from '../experiment-error.ts';

const FNV_BASIS = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/**
 * The shard that a clip belongs to, of `shards`, so that machines which see the same corpus share
 * its clips without talking to each other. It is FNV-1a of the path's UTF-8 in 32 bits, stirred by
 * the last step of MurmurHash3, modulo `shards`, and will not change. Unicode is composed first
 * (NFC), since file systems write one name in two ways.
 *
 * @param path of the clip in its corpus, with forward slashes
 * @param shards a whole number from 1 to 2^32
 * @returns from 0 to `shards` − 1
 * @throws ExperimentError `bad-argument` for another number of shards
 *
 * @example
 * const own = clips.filter(({ id }) => shardOf(id, 32) === 3);
 */
export function shardOf(path: string, shards: number): number {
  if (typeof path !== 'string') {
    const got = String(path);
    throw new ExperimentError('bad-argument', `shardOf: \`path\` must be text, got ${got}`);
  }
  if (!(Number.isInteger(shards) && shards >= 1 && shards <= 2 ** 32)) {
    throw new ExperimentError(
      'bad-argument',
      `shardOf: \`shards\` must be a whole number from 1 to 2^32, got ${shards}`,
    );
  }
  let hash = FNV_BASIS;
  for (const byte of new TextEncoder().encode(path.normalize('NFC'))) {
    hash = Math.imul(hash ^ byte, FNV_PRIME);
  }
  return stir(hash) % shards;
}

/** Without it the lowest bit would be the parity of the path's bytes. */
function stir(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
