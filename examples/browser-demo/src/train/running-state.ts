import type { EpochLogs } from '@ser/model';
import type { TrainProgress } from './work/jobs.ts';

export type Stage = 'begin' | 'compare' | 'extract' | 'train' | 'score';

/** How far a run is. */
export interface RunningState {
  readonly stage: Stage;
  /** Of the stage, in [0, 1]. */
  readonly share: number;
  /** Where in the stage it is, for people. */
  readonly detail: string;
  /** When the stage began, and what was done of it by then, to estimate the rest. */
  readonly since: number;
  readonly from: number;
  readonly problems: readonly { readonly file: string; readonly message: string }[];
}

export const FIRST_STATE: RunningState = {
  stage: 'begin',
  share: 0,
  detail: '',
  since: 0,
  from: 0,
  problems: [],
};

const WORDS: Record<Stage, string> = {
  begin: 'Beginning',
  compare: 'Looking for copies among the recordings',
  extract: 'Computing features',
  train: 'Training',
  score: 'Testing and writing the report',
};

export const stageWords = (stage: Stage): string => WORDS[stage];

/** The state after something was told, at a time in ms. */
export function afterProgress(
  state: RunningState,
  progress: TrainProgress,
  now: number,
): RunningState {
  const at = (stage: Stage, share: number, detail: string): RunningState => ({
    ...state,
    stage,
    share,
    detail,
    ...(stage !== state.stage && { since: now, from: share }),
  });
  switch (progress.kind) {
    case 'problem': {
      const { file, message } = progress;
      return { ...state, problems: [...state.problems, { file, message }] };
    }
    case 'compare':
    case 'extract': {
      const { kind, done, total } = progress;
      return at(kind, done / total, `${done} of ${total} recordings.`);
    }
    case 'backend': {
      const { backend, threads } = progress;
      const name = backend === 'wasm' ? 'WebAssembly' : 'WebGPU';
      return at('train', 0, `${name}${threads > 1 ? `, ${threads} threads` : ''}.`);
    }
    case 'step': {
      const { epoch, step, steps, loss } = progress;
      return at('train', step / steps, `Epoch ${epoch + 1}, loss ${loss.toFixed(3)}.`);
    }
    case 'fit':
      return at('train', progress.share, '');
    case 'trained':
      return at('score', 1, '');
    default:
      return state;
  }
}

/** The history with an epoch's figures. A run that goes on may do an epoch again. */
export function withEpoch(history: readonly EpochLogs[], logs: EpochLogs): readonly EpochLogs[] {
  return [...history.filter(({ epoch }) => epoch < logs.epoch), logs];
}

/** Before this share is done nobody knows how long the rest takes. */
const LEAST_SHARE = 0.02;

/** About how long the stage still takes; empty while nobody knows. */
export function timeLeft({ stage, share, from, since }: RunningState, now: number): string {
  const done = share - from;
  if ((stage !== 'extract' && stage !== 'train') || done < LEAST_SHARE || share >= 1) return '';
  const seconds = (((now - since) / done) * (1 - share)) / 1000;
  const most = stage === 'train' ? 'At most about' : 'About';
  if (seconds < 90) return `${most} ${Math.max(1, Math.round(seconds))} s left.`;
  return `${most} ${Math.round(seconds / 60)} minutes left.`;
}
