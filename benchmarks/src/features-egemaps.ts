import { egemaps } from '@ser/features';
import { speechLike } from './features.ts';
import { formatTime, measure, printTable, type Timing } from './measure.ts';
import { pythonTimings } from './python-timings.ts';

const SECONDS = 3;
const REPEATS = 40;

/** Clips by their rates in Hz, in the order in which src/peers/egemaps.py reads them. */
const RATES = { '48 kHz': 48_000, '16 kHz': 16_000 } as const;

/** Milliseconds; `processor` is the least that all threads of a process worked for a run. */
interface BusyTiming extends Timing {
  readonly processor: number;
}

/**
 * eGeMAPS of a clip of 3 seconds, beside openSMILE's Python package.
 * On a busy machine the time of the processor says more than that of the clock. `PYTHON` names a
 * Python with opensmile.
 */
export async function featuresEgemaps(): Promise<void> {
  const clips = Object.entries(RATES).map(([name, sampleRate]) => ({
    name,
    sampleRate,
    samples: speechLike(sampleRate, SECONDS),
  }));
  const peer = await pythonTimings('egemaps.py', ...clips.map(({ samples }) => samples));
  const rows: string[][] = [];
  for (const { name, sampleRate, samples } of clips) {
    const mine = await measureBusy(() => egemaps(samples, { sampleRate }));
    const cells = [name, formatTime(mine.minimum), formatTime(mine.processor)];
    if (typeof peer === 'string') {
      rows.push([...cells, peer, '', '', '']);
      continue;
    }
    const theirs = peer[name] as BusyTiming;
    const ratios = [theirs.minimum / mine.minimum, theirs.processor / mine.processor];
    rows.push([
      ...cells,
      formatTime(theirs.minimum),
      formatTime(theirs.processor),
      ...ratios.map((ratio) => ratio.toFixed(2)),
    ]);
  }
  printTable([
    ['3 s', 'minimum', 'processor', 'openSMILE: minimum', 'processor', '× minimum', '× processor'],
    ...rows,
  ]);
}

async function measureBusy(run: () => unknown): Promise<BusyTiming> {
  let processor = Number.POSITIVE_INFINITY;
  const timing = await measure(
    () => {
      const start = process.cpuUsage();
      run();
      const { user, system } = process.cpuUsage(start);
      processor = Math.min(processor, (user + system) / 1e3);
    },
    { repeats: REPEATS, warmUps: 20 },
  );
  return { ...timing, processor };
}
