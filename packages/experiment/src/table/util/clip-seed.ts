import { deriveSeed } from '@ser/model';

/**
 * The seed of the random numbers of a clip's variants. Only its id determines it, so a table does
 * not depend on the order of clips. Parts of digits count as numbers, others by their hash
 * (FNV-1a).
 *
 * @returns a whole number in [0, 2^32)
 */
export function clipSeed(id: string): number {
  return deriveSeed(
    0,
    ...id.split('-').map((part) => (/^\d+$/.test(part) ? Number(part) : hash(part))),
  );
}

function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}
