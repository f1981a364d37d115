import type { Audio, ListenedWindow } from '@ser/recognizer';
import {
  type CSSResultGroup,
  css,
  html,
  type PropertyDeclarations,
  type TemplateResult,
} from 'lit';
import { NOT_FAMILIAR } from '../parts/answer-words.ts';
import { clock, percent } from '../parts/format.ts';
import { inOrder } from '../parts/in-order.ts';
import '../parts/score-bars.ts';
import { shared } from '../styles/shared.ts';
import { keptVoice } from '../voice/kept-voice.ts';
import '../voice/voice-switch.ts';
import { LeavingView } from '../parts/leaving-view.ts';
import { CalmVoice } from './calm-voice.ts';
import { HeardLog, type LogLine } from './heard-log.ts';
import { LiveSession } from './live-session.ts';
import './live-timeline.ts';
import { peakOf } from '../microphone/loudness.ts';
import { listMicrophones } from '../microphone/microphone.ts';
import { endWords, faultWords } from '../microphone/microphone-words.ts';
import { LiveTrack } from './live-track.ts';
import './recording-panel.ts';
import type { RecordingPanel } from './recording-panel.ts';

/** Seconds of quiet after something was read aloud. */
const QUIET = 6;
/** Windows whose latency is averaged. */
const AVERAGED = 10;

const SOUND = {
  runs: 'Listening.',
  suspended: 'The browser has suspended the sound, as in a tab that sleeps. It is asked to go on.',
  muted: 'The microphone is muted, by a key or in the system. It is open, and gives silence.',
  silent:
    'The microphone is open and sends nothing but silence. It may be switched off by a key, or in ' +
    "the system's settings.",
};

/** The microphone, as it is heard. It is switched off when the view is left. */
export class LiveView extends LeavingView {
  static override properties: PropertyDeclarations = {
    state: { state: true },
    status: { state: true },
    problem: { state: true },
    spoken: { state: true },
    devices: { state: true },
    deviceId: { state: true },
    last: { state: true },
  };
  static override styles: CSSResultGroup = [
    shared,
    css`
      select { min-block-size: 2.25rem; max-inline-size: 100%; }
      .answer { font-size: 1.25rem; font-weight: 600; min-block-size: 1.5em; }
      .columns { display: grid; gap: 0 2rem; margin-block: 1rem; }
      @media (min-width: 56rem) {
        .columns { grid-template-columns: 1fr 1fr; align-items: start; }
      }
      ol { list-style: none; padding: 0; margin: 0; max-block-size: 16rem; }
    `,
  ];

  declare state: 'off' | 'starting' | 'on';
  declare status: string;
  declare problem: string;
  declare spoken: string;
  declare devices: readonly MediaDeviceInfo[];
  declare deviceId: string;
  declare last: ListenedWindow | undefined;
  readonly #track: LiveTrack = new LiveTrack();
  readonly #voice: CalmVoice = new CalmVoice((text) => {
    this.spoken = text;
  }, QUIET);
  readonly #devicesChanged = (): void => void this.#listDevices();
  readonly #voiceChanged = (): void => {
    if (this.#session && keptVoice.used !== this.#used) this.#start();
  };
  #log = new HeardLog();
  #latencies: number[] = [];
  #session: LiveSession | undefined;
  #used: typeof keptVoice.used;

  constructor() {
    super();
    this.state = 'off';
    this.status = '';
    this.problem = '';
    this.spoken = '';
    this.devices = [];
    this.deviceId = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    navigator.mediaDevices?.addEventListener('devicechange', this.#devicesChanged);
    keptVoice.addEventListener('change', this.#voiceChanged);
    void this.#listDevices();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    navigator.mediaDevices?.removeEventListener('devicechange', this.#devicesChanged);
    keptVoice.removeEventListener('change', this.#voiceChanged);
  }

  protected override onLeave(): void {
    this.#stop();
  }

  override render(): TemplateResult {
    const isOff = this.state === 'off';
    return html`
      <h1>Which emotion is in your voice, right now?</h1>
      <p>The microphone is heard on this device; nothing of it is sent or kept. It is asked for
        without echo cancellation, noise suppression and gain control, which change what carries
        emotion.</p>
      <div class="row">
        <button class="primary" @click=${isOff ? this.#start : this.#stopAloud}>
          ${isOff ? 'Start' : 'Stop'}</button>
        ${this.#picker()}
        <voice-switch></voice-switch>
      </div>
      <p role="status">${this.status}</p>
      <p role="alert" class="warning">${this.problem}</p>
      <p class="visually-hidden" aria-live="polite">${this.spoken}</p>
      ${this.#heard()}
      <live-timeline .track=${this.#track} ?runs=${this.state === 'on'}></live-timeline>
      <details>
        <summary>What was heard, in words</summary>
        ${
          this.#log.lines.length > 0
            ? html`<ol class="scroll" tabindex="0" role="list" aria-label="What was heard, the newest
              first">${this.#log.lines.map((line) => html`<li>${lineWords(line)}</li>`)}</ol>`
            : html`<p class="muted">Nothing yet. Changes stand here once they have lasted for three
              answers, a second.</p>`
        }
      </details>
      <recording-panel ?runs=${this.state === 'on'}></recording-panel>
    `;
  }

  #picker(): TemplateResult {
    const named = this.devices.filter(({ label }) => label !== '');
    if (named.length === 0) return html`<span class="muted">The system's microphone</span>`;
    return html`<label>Microphone <select @change=${this.#pick}>
      <option value="" ?selected=${this.deviceId === ''}>The system's choice</option>
      ${named
        .filter(({ deviceId }) => deviceId !== 'default')
        .map(
          ({ deviceId, label }) =>
            html`<option value=${deviceId} ?selected=${deviceId === this.deviceId}>${label}</option>`,
        )}
    </select></label>`;
  }

  #heard(): TemplateResult {
    const { last } = this;
    if (!last) {
      return html`<p class="answer">${this.state === 'on' ? 'The first answer takes 3 seconds…' : ''}</p>`;
    }
    const [first] = last.scores;
    const latency = this.#latencies.reduce((a, b) => a + b, 0) / this.#latencies.length;
    return html`
      <div class="columns"><div>
      <p class="answer">${
        last.speech && first ? `Sounds ${first.label} (${percent(first.score)})` : 'No speech'
      }</p>
      ${last.familiar === false ? html`<p class="warning">${NOT_FAMILIAR}</p>` : ''}
      <p class="muted">Each answer is about the last 3 seconds. Latency:
        <span class="latency">${Math.round(1000 * latency)} ms</span> from the end of those until the
        answer is here, on average of the last ${this.#latencies.length}.</p></div>
      <score-bars .scores=${inOrder(last.scores)}></score-bars></div>
    `;
  }

  readonly #start = (): void => {
    this.#stop();
    this.#track.clear();
    this.#log = new HeardLog();
    this.#latencies = [];
    this.last = undefined;
    this.problem = '';
    this.state = 'starting';
    this.status = 'Waiting for the microphone. The browser may ask whether this page may use it.';
    this.#used = keptVoice.used;
    const session = new LiveSession({
      onStarted: () => {
        this.state = 'on';
        this.status = SOUND.runs;
        void this.#listDevices();
      },
      onWindow: (window) => this.#take(window),
      onPiece: (piece) => this.#level(piece),
      onSound: (sound) => {
        if (this.state === 'on') this.status = SOUND[sound];
      },
      onEnd: (reason) => this.#ended(endWords(reason)),
      onFault: (error) => this.#ended(faultWords(error)),
    });
    this.#session = session;
    void session.run(this.deviceId, this.#used);
  };

  #stop(): void {
    this.#session?.stop();
    this.#session = undefined;
    this.#voice.stop();
    this.state = 'off';
    this.status = '';
  }

  #stopAloud(): void {
    this.#stop();
    this.status = 'Stopped. The microphone is off.';
  }

  #ended(problem: string): void {
    this.#stop();
    this.problem = problem;
    void this.#listDevices();
  }

  #take(window: ListenedWindow): void {
    const [first] = window.scores;
    this.last = window;
    this.#latencies = [...this.#latencies, window.latency].slice(-AVERAGED);
    this.#track.hear(performance.now() / 1000 - window.latency, window.scores);
    if (!this.#log.push(window)) return;
    this.#voice.say(window.speech && first ? `Sounds ${first.label}` : 'No speech');
  }

  #level(piece: Audio): void {
    this.#track.loudness(performance.now() / 1000, peakOf(piece));
    this.renderRoot.querySelector<RecordingPanel>('recording-panel')?.push(piece);
  }

  #pick({ target }: Event): void {
    this.deviceId = (target as HTMLSelectElement).value;
    if (this.#session) this.#start();
  }

  async #listDevices(): Promise<void> {
    this.devices = await listMicrophones().catch(() => []);
    if (!this.devices.some(({ deviceId }) => deviceId === this.deviceId)) this.deviceId = '';
  }
}
customElements.define('live-view', LiveView);

const lineWords = ({ time, label, score }: LogLine): string =>
  label === undefined ? `${clock(time)} no speech` : `${clock(time)} ${label} (${percent(score)})`;
