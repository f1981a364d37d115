import type { Row, Split } from '@ser/eval';

/** What of a row the notes are about. */
type NotedRow = Pick<Row, 'clip' | 'label' | 'recording' | 'speaker'>;

/** Fewer tested clips of a voice are said to be few. */
const FEW = 10;

/**
 * What a reader of the figures must know of the splits, in sentences: clips that share a recording
 * with others, labels that were tested and never trained, and voices of whom adaptation has left
 * little to test.
 *
 * @param splits one a fold; those that validate count as training, since they were chosen from it
 */
export function splitNotes(rows: readonly NotedRow[], splits: readonly Split[]): string[] {
  return [
    ...recordingNote(rows, splits),
    ...labelNotes(rows, splits),
    ...adaptationNotes(rows, splits),
  ];
}

function recordingNote(rows: readonly NotedRow[], splits: readonly Split[]): string[] {
  const clipsOf = new Map<string, Set<string>>();
  for (const { clip, recording } of rows) {
    if (recording !== undefined) {
      clipsOf.set(recording, (clipsOf.get(recording) ?? new Set()).add(clip));
    }
  }
  const shared = [...clipsOf].filter(([, clips]) => clips.size > 1);
  if (shared.length === 0) return [];
  const all = new Set(shared.flatMap(([, clips]) => [...clips]));
  const [kept, crossing] = [new Set<string>(), new Set<string>()];
  for (const { train, validation, test, adaptation = [] } of splits) {
    const known = new Set([...train, ...validation].map((i) => rows[i].recording));
    for (const i of [...train, ...validation, ...test, ...adaptation]) kept.add(rows[i].clip);
    for (const i of test) {
      const { clip, recording } = rows[i];
      if (recording !== undefined && known.has(recording)) crossing.add(clip);
    }
  }
  const left = [...all].filter((clip) => !kept.has(clip)).length;
  const inFolds = splits.length > 1 ? ' of every fold' : '';
  const rest =
    crossing.size > 0
      ? `${crossing.size} of them were tested by a model that had trained on the same recording`
      : `they were kept on one side${inFolds} or left out${left > 0 ? ` (${left} wholly)` : ''}`;
  return [`${all.size} clips share a recording with others: ${rest}.`];
}

function labelNotes(rows: readonly NotedRow[], splits: readonly Split[]): string[] {
  return splits.flatMap(({ train, test }, fold) => {
    const trained = new Set(train.map((i) => rows[i].label));
    const tested = new Set(test.map((i) => rows[i].label));
    const missing = [...tested].filter((label) => !trained.has(label)).sort();
    const where = splits.length > 1 ? `Fold ${fold + 1}` : 'The split';
    return missing.length === 0
      ? []
      : [`${where} tests ${missing.join(', ')}, which no row of it trains: it cannot be right.`];
  });
}

/** Of voices whose drawn clips were heard and so are not tested. */
function adaptationNotes(rows: readonly NotedRow[], splits: readonly Split[]): string[] {
  let fewest = FEW;
  let lacksLabels = false;
  for (const { test, adaptation = [] } of splits) {
    const tested = new Set(test);
    const left = new Map<string, NotedRow[]>();
    for (const i of test) {
      const own = left.get(rows[i].speaker);
      if (own) own.push(rows[i]);
      else left.set(rows[i].speaker, [rows[i]]);
    }
    for (const i of adaptation) {
      if (tested.has(i)) continue;
      const own = left.get(rows[i].speaker) ?? [];
      fewest = Math.min(fewest, own.length);
      lacksLabels ||= own.every(({ label }) => label !== rows[i].label);
    }
  }
  const remedy = 'adapt to fewer for figures that say more.';
  return [
    ...(fewest < FEW
      ? [`The clips that were heard leave as few as ${fewest} of a voice to test: ${remedy}`]
      : []),
    ...(lacksLabels
      ? [`The clips that were heard leave some label of a voice without any to test: ${remedy}`]
      : []),
  ];
}
