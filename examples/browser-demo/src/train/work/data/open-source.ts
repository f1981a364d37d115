import { labelsFromCsv } from '@ser/corpus';
import { ORIGINAL, type Row } from '@ser/eval';
import { readParquet, type Table } from '@ser/experiment';
import { describe, EMOTIONS } from '@ser/ravdess';
import { fetchSummary162 } from '@ser/ravdess-data';
import type { DataSource } from './data-source.ts';
import type { DataSummary } from './data-summary.ts';
import { listClips } from './list-clips.ts';
import type { LoadedData, StampedClip } from './loaded-data.ts';
import { listSpeakers } from './speaker-lists.ts';

/** What stands for the embedded table in plans; the command line's name for it. */
const EMBEDDED = 'the embedded table of RAVDESS features';
const RAVDESS_EXAMPLE = '03-01-06-01-02-01-12.wav';

interface Opened {
  readonly data: LoadedData;
  readonly problems: DataSummary['problems'];
}

/**
 * Opens data. Of recordings only the names are read.
 *
 * @throws {Error} Where a source holds nothing, or something else.
 */
export async function openSource(source: DataSource): Promise<Opened> {
  if (source.kind === 'embedded') {
    const bytes = await fetchSummary162();
    const table = await readParquet('ravdess-summary162.parquet', bytes);
    return { data: tableData('embedded', EMBEDDED, table), problems: [] };
  }
  if (source.kind === 'table') {
    const { file } = source;
    const bytes = new Uint8Array(await file.arrayBuffer());
    return { data: await parquetData(file.name, bytes), problems: [] };
  }
  const { kind, files } = source;
  const name = files[0]?.path.split('/')[0] ?? '';
  if (kind === 'ravdess') {
    const { clips, problems } = await listClips(files, describe, RAVDESS_EXAMPLE);
    return { data: clipsData(kind, name, clips, EMOTIONS), problems };
  }
  const labels = labelsFromCsv(await source.csv.text(), { name: source.csv.name });
  const { clips, problems } = await listClips(files, labels);
  return { data: clipsData(kind, name, clips), problems };
}

/** Data of a Parquet file. */
export async function parquetData(name: string, bytes: Uint8Array): Promise<LoadedData> {
  return tableData('table', name, await readParquet(name, bytes), bytes);
}

function tableData(
  kind: LoadedData['kind'],
  name: string,
  table: Table,
  bytes?: Uint8Array,
): LoadedData {
  const rows = table.rows.filter(({ variant }) => variant === ORIGINAL);
  return { kind, name, labels: table.labels, speakers: listSpeakers(rows), rows, table, bytes };
}

/** Data of recordings. */
export function clipsData(
  kind: LoadedData['kind'],
  name: string,
  clips: readonly StampedClip[],
  labels: readonly string[] = [...new Set(clips.map(({ info }) => info.label))].sort(),
  recordings?: ReadonlyMap<string, string>,
): LoadedData {
  const rows = clips.map(({ id, info: { label, speaker, condition } }): Row => {
    const row = { clip: id, label, speaker, variant: ORIGINAL };
    return condition === undefined ? row : { ...row, condition };
  });
  return { kind, name, labels, speakers: listSpeakers(rows), rows, clips, recordings };
}
