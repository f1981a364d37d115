import type { EntryFault, NamedEntry } from './entry-fault.ts';

/** The bytes of an entry's own header, without its name and extra field. */
const LOCAL_HEADER_BYTES = 30;

/**
 * The entries whose bytes lie within those of an entry before them, each with what is wrong. A zip
 * that gives one piece of data thousands of names unpacks to thousands of times its size.
 *
 * Nothing is said of a zip that has room for all its entries: a false place or size in it is found
 * when the entry is read, and costs no other one.
 *
 * @param size The zip's bytes.
 */
export function overlappingEntries(
  entries: readonly NamedEntry[],
  size: number,
): Map<NamedEntry, EntryFault> {
  const overlapping = new Map<NamedEntry, EntryFault>();
  const inside = entries.filter((each) => endOf(each) <= size);
  const packed = inside.reduce((sum, { entry }) => sum + entry.compressedSize, 0);
  if (packed <= size) return overlapping;
  inside.sort((x, y) => startOf(x) - startOf(y));
  let [end, before] = [0, ''];
  for (const each of inside) {
    if (startOf(each) >= end) {
      [end, before] = [endOf(each), each.name];
      continue;
    }
    overlapping.set(each, {
      code: 'bad-zip',
      expected: 'must be an entry of its own',
      got: `one that begins at ${startOf(each)}, within ${before}`,
    });
  }
  return overlapping;
}

function startOf({ entry }: NamedEntry): number {
  return entry.relativeOffsetOfLocalHeader;
}

function endOf({ entry }: NamedEntry): number {
  const header = LOCAL_HEADER_BYTES + entry.fileNameRaw.length;
  return entry.relativeOffsetOfLocalHeader + header + entry.compressedSize;
}
