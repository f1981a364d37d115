import type { EpochLogs } from '@ser/model';
import { complaintOf } from '../parts/complaint-of.ts';
import { DEFAULT_CHOICES, forData } from './default-choices.ts';
import { afterProgress, FIRST_STATE, type RunningState, withEpoch } from './running-state.ts';
import type { TrainClient } from './training.ts';
import type { Catalogue } from './work/catalogue.ts';
import type { Choices } from './work/choices.ts';
import type { DataSource } from './work/data/data-source.ts';
import type { DataSummary } from './work/data/data-summary.ts';
import type { TrainProgress } from './work/jobs.ts';
import type { Keeping } from './work/kept-files.ts';
import type { KeptRun } from './work/kept-run.ts';
import type { Preview } from './work/preview.ts';

/** What the view shows. */
export interface TrainState {
  readonly catalogue: Catalogue | undefined;
  readonly isOpening: boolean;
  readonly data: DataSummary | undefined;
  readonly dataError: string;
  readonly choices: Choices;
  readonly preview: Preview | undefined;
  /** Whether the preview is of earlier choices. */
  readonly isPreviewOld: boolean;
  /** The run that is kept. */
  readonly kept: KeptRun | null;
  /** Where it is kept. */
  readonly keeping: Keeping;
  readonly isRunning: boolean;
  readonly progress: RunningState;
  readonly history: readonly EpochLogs[];
  readonly runError: string;
}

interface RunPorts {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: TrainProgress) => void;
}

/** The data, the choices and the run. Sends `change`. */
export class TrainSession extends EventTarget {
  readonly #client: TrainClient;
  #abort: AbortController | undefined;
  #opened = 0;
  #state: TrainState = {
    catalogue: undefined,
    isOpening: false,
    data: undefined,
    dataError: '',
    choices: DEFAULT_CHOICES,
    preview: undefined,
    isPreviewOld: false,
    kept: null,
    keeping: 'device',
    isRunning: false,
    progress: FIRST_STATE,
    history: [],
    runError: '',
  };

  constructor(client: TrainClient) {
    super();
    this.#client = client;
  }

  get state(): TrainState {
    return this.#state;
  }

  /** Whether something would be lost with the page. */
  get isFleeting(): boolean {
    const { keeping, kept, isRunning } = this.#state;
    return keeping !== 'device' && (isRunning || kept !== null);
  }

  /** Reads what can be chosen, and the run that is kept. */
  async begin(): Promise<void> {
    try {
      this.#set({ catalogue: await this.#client.run('catalogue', null) });
      await this.#readKept();
    } catch (error) {
      this.#set({ runError: complaintOf(error) });
    }
  }

  /** Opens data; undefined while something of it is missing. */
  async open(source: DataSource | undefined): Promise<void> {
    const turn = ++this.#opened;
    const isOpening = source !== undefined;
    this.#set({ data: undefined, dataError: '', preview: undefined, isOpening });
    if (!source) return;
    try {
      const data = await this.#client.run('open', source);
      if (turn !== this.#opened) return;
      this.#set({ data, isOpening: false });
      await this.choose(forData(this.#state.choices, data));
    } catch (error) {
      if (turn === this.#opened) this.#set({ dataError: complaintOf(error), isOpening: false });
    }
  }

  async choose(change: Partial<Choices>): Promise<void> {
    const choices = { ...this.#state.choices, ...change };
    this.#set({ choices, isPreviewOld: true });
    try {
      const preview = await this.#client.run('preview', choices);
      if (this.#state.choices === choices) this.#set({ preview, isPreviewOld: false });
    } catch (error) {
      this.#set({ dataError: complaintOf(error) });
    }
  }

  train(): Promise<void> {
    this.#set({ kept: null, history: [] });
    const { choices } = this.#state;
    return this.#work((ports) => this.#client.run('train', choices, ports));
  }

  resume(): Promise<void> {
    return this.#work((ports) => this.#client.run('resume', null, ports));
  }

  stop(): void {
    this.#abort?.abort();
  }

  /** Deletes the run and all features that are kept. */
  async forget(): Promise<void> {
    this.#set({ progress: FIRST_STATE });
    try {
      await this.#client.run('forget', null);
      await this.#readKept();
      this.#set({ runError: '' });
    } catch (error) {
      this.#set({ runError: complaintOf(error) });
    }
  }

  async #work(start: (ports: RunPorts) => Promise<unknown>): Promise<void> {
    const abort = new AbortController();
    const { signal } = abort;
    this.#abort = abort;
    this.#set({ isRunning: true, runError: '', progress: FIRST_STATE });
    const onProgress = (told: TrainProgress) => {
      const { progress, history } = this.#state;
      this.#set({
        progress: afterProgress(progress, told, performance.now()),
        history: told.kind === 'epoch' ? withEpoch(history, told.logs) : history,
        ...(told.kind === 'keeping' && { keeping: told.keeping }),
      });
    };
    try {
      await start({ signal, onProgress });
    } catch (error) {
      if (!signal.aborted) this.#set({ runError: complaintOf(error) });
    }
    await this.#readKept().catch((error: unknown) => this.#set({ runError: complaintOf(error) }));
    this.#set({ isRunning: false });
  }

  async #readKept(): Promise<void> {
    const { run, keeping } = await this.#client.run('kept', null);
    this.#set({ kept: run, keeping, history: run?.history ?? [] });
  }

  #set(change: Partial<TrainState>): void {
    this.#state = { ...this.#state, ...change };
    this.dispatchEvent(new Event('change'));
  }
}
