import type { Row } from '@ser/eval';
import type { LabelledClip } from '../extract-clips.ts';
import type { CachedFeatures } from '../feature-cache.ts';
import type { ClipRows } from '../table.ts';

/** The rows of one clip, its own before those of its variants. */
export function clipRows(
  { id, info }: Pick<LabelledClip, 'id' | 'info'>,
  values: CachedFeatures,
  recording: string | undefined,
): ClipRows {
  const { label, speaker, condition } = info;
  const rows = values.map(
    ({ name }): Row => ({
      clip: id,
      label,
      speaker,
      variant: name,
      ...(condition !== undefined && { condition }),
      ...(recording !== undefined && { recording }),
    }),
  );
  const x = new Float32Array(values.reduce((sum, { values: { length } }) => sum + length, 0));
  let offset = 0;
  for (const { values: own } of values) {
    x.set(own, offset);
    offset += own.length;
  }
  return { rows, x };
}
