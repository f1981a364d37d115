import type { Row } from '@ser/eval';
import type { LabelledClip } from '../extract-clips.ts';
import { rowSize, type Table } from '../table.ts';

/** Features of a clip and of its variants, by variant. */
export type ClipValues = readonly { readonly name: string; readonly values: Float32Array }[];

/**
 * The rows of the clips that have values, in the order of the clips.
 *
 * @param recordings of clips, by their id
 */
export function assembleTable(
  empty: Table,
  clips: readonly Pick<LabelledClip, 'id' | 'info'>[],
  values: ReadonlyMap<string, ClipValues>,
  recordings: ReadonlyMap<string, string>,
): Table {
  const size = rowSize(empty);
  const rows: Row[] = [];
  const parts: Float32Array[] = [];
  for (const { id, info } of clips) {
    const { label, speaker, condition } = info;
    const recording = recordings.get(id);
    for (const { name, values: own } of values.get(id) ?? []) {
      rows.push({
        clip: id,
        label,
        speaker,
        variant: name,
        ...(condition !== undefined && { condition }),
        ...(recording !== undefined && { recording }),
      });
      parts.push(own);
    }
  }
  const x = new Float32Array(parts.length * size);
  parts.forEach((own, i) => {
    x.set(own, i * size);
  });
  return { ...empty, rows, x };
}
