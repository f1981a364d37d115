import type { Audio } from '@ser/recognizer';
import {
  type CSSResultGroup,
  css,
  html,
  type PropertyDeclarations,
  type TemplateResult,
} from 'lit';
import { levelOf } from '../microphone/loudness.ts';
import { faultWords } from '../microphone/microphone-words.ts';
import { LeavingView } from '../parts/leaving-view.ts';
import { meterStyles } from '../parts/meter-styles.ts';
import { recognition } from '../recognition/recognition.ts';
import { shared } from '../styles/shared.ts';
import { gainWords } from './gain.ts';
import { gainTable } from './gain-table.ts';
import { keptVoice } from './kept-voice.ts';
import { READING } from './reading.ts';
import './try-voice.ts';
import type { TryVoice } from './try-voice.ts';
import type { VoiceKeeping } from './voice-keeper.ts';
import { VoiceRecorder } from './voice-recorder.ts';
import './voice-switch.ts';
import { clips } from './voice-switch.ts';

/** Seconds that are read, at most. */
const LONGEST = 40;
/** Seconds from which on it may be ended. */
const SHORTEST = 10;

/** Where a voice is that was learnt just now. */
const WHERE: Record<VoiceKeeping, string> = {
  device: 'It is kept on this device and used in all views.',
  refused:
    'It is used in all views, but this browser keeps nothing for the page, so it is gone when the page is closed.',
  full: 'It is used in all views, but this device has no room left for it, so it is gone when the page is closed.',
};

const NO_SPEECH =
  'No speech was heard in it. Read aloud, nearer to the microphone, in a quiet room.';

const LEFT =
  'This page has forgotten your voice, but the browser did not delete what it keeps of it. Delete the data of this site in its settings.';

/** Half a minute of reading calibrates the recogniser to the visitor. */
export class VoiceView extends LeavingView {
  static override properties: PropertyDeclarations = {
    state: { state: true },
    status: { state: true },
    problem: { state: true },
    seconds: { state: true },
    level: { state: true },
  };
  static override styles: CSSResultGroup = [
    shared,
    meterStyles,
    css`
      .reading { font-size: 1.2rem; line-height: 1.6; padding-inline-start: 1.5rem; }
      .reading li { margin-block: 0.35rem; }
      .gauge { display: grid; grid-template-columns: max-content 1fr; gap: 0.4rem 0.75rem;
        max-inline-size: 34rem; align-items: center; margin-block-start: 1rem; }
    `,
  ];

  declare state: 'off' | 'starting' | 'reading' | 'computing';
  declare status: string;
  declare problem: string;
  declare seconds: number;
  declare level: number;
  #recorder: VoiceRecorder | undefined;
  #work: AbortController | undefined;
  readonly #changed = (): void => this.requestUpdate();

  constructor() {
    super();
    this.state = 'off';
    this.status = '';
    this.problem = '';
    this.seconds = 0;
    this.level = 0;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    keptVoice.addEventListener('change', this.#changed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    keptVoice.removeEventListener('change', this.#changed);
  }

  protected override onLeave(): void {
    this.#recorder?.cancel();
    this.#recorder = undefined;
    this.#work?.abort();
    this.renderRoot.querySelector<TryVoice>('try-voice')?.onLeave();
    if (this.state !== 'off') this.status = '';
    this.state = 'off';
  }

  override render(): TemplateResult {
    const { kept } = keptVoice;
    return html`
      <h1>Let it learn your voice</h1>
      <p>Much of what differs between two recordings is who speaks. Read half a minute aloud, and the
        recogniser takes your usual voice out of what it hears. The recording is forgotten at once; what
        is kept are sums of features, 130 kB, of which no speech can be made. They stay on this
        device, they are still something about you, and a button erases them.</p>
      ${kept ? this.#kept(kept.voice.n, kept.seconds) : ''}
      ${this.#reading(kept !== undefined)}
      <p role="status">${this.status}</p>
      <p role="alert" class="warning">${this.problem}</p>
      ${kept ? html`<try-voice></try-voice>` : ''}
      <h2>What it gains</h2>
      <p>${gainWords(kept?.voice.n ?? 5)} Those clips were of about all moods alike, in a studio. How much
        reading gains for you was not measured.</p>
      ${gainTable()}
    `;
  }

  #kept(n: number, seconds: number): TemplateResult {
    return html`<section class="card" aria-labelledby="kept">
      <h2 id="kept">Your voice is kept ${keptVoice.keeping === 'device' ? 'on this device' : 'in this page alone'}</h2>
      <p>It was learnt from ${clips(n)}, ${Math.round(seconds)} seconds of speech.</p>
      <div class="row"><voice-switch></voice-switch>
        <button @click=${this.#erase}>Erase my voice</button></div>
    </section>`;
  }

  #reading(isKnown: boolean): TemplateResult {
    const { state } = this;
    return html`<section class="card" aria-labelledby="read">
      <h2 id="read">${isKnown ? 'Read once more, and it learns more' : 'Read this aloud'}</h2>
      <p>Each sentence in the way that stands before it, with a pause after it. To act it a little is
        enough.</p>
      <ol class="reading">${READING.map(
        ({ text, manner }) => html`<li><span class="muted">(${manner})</span> ${text}</li>`,
      )}</ol>
      <div class="row">
        ${
          state === 'off'
            ? html`<button class="primary" @click=${this.#start}>Start reading</button>`
            : html`<button class="primary" ?disabled=${
                state !== 'reading' || this.seconds < SHORTEST
              } @click=${() => this.#recorder?.finish()}>I have read it</button>
              <button @click=${this.#cancel}>Cancel</button>`
        }
      </div>
      ${
        state === 'reading'
          ? html`<div class="gauge"><label for="time">Time</label>
            <progress id="time" max=${LONGEST} value=${this.seconds}></progress>
            <label for="level">Loudness</label>
            <meter id="level" max="1" value=${levelOf(this.level)}></meter></div>`
          : ''
      }
    </section>`;
  }

  #start(): void {
    this.problem = '';
    this.state = 'starting';
    this.status = 'Waiting for the microphone. The browser may ask whether this page may use it.';
    this.seconds = 0;
    this.#recorder = new VoiceRecorder(LONGEST, {
      onStarted: () => {
        this.state = 'reading';
        this.status = `Read aloud now. It ends by itself after ${LONGEST} seconds.`;
      },
      onPiece: (seconds, peak) => {
        this.seconds = seconds;
        this.level = peak;
      },
      onDone: (audio) => void this.#calibrate(audio),
      onFault: (error) => this.#fail(faultWords(error)),
    });
    void this.#recorder.start();
  }

  #cancel(): void {
    this.onLeave();
    this.status = 'Cancelled. Nothing was learnt.';
  }

  async #calibrate(audio: Audio | undefined): Promise<void> {
    if (!audio) return this.#fail(NO_SPEECH);
    this.state = 'computing';
    this.status = 'Learning your voice…';
    const abort = new AbortController();
    this.#work = abort;
    const before = keptVoice.kept;
    try {
      const input = { audio, voice: before?.voice };
      const {
        voice,
        clips: count,
        seconds,
      } = await recognition().run('calibrate', input, {
        signal: abort.signal,
        transfer: [audio.samples.buffer],
        onProgress: ({ clips: done, of }) => {
          this.status = `Learning your voice: ${done} of ${clips(of)}.`;
        },
      });
      keptVoice.keep({ voice, seconds: seconds + (before?.seconds ?? 0) });
      this.state = 'off';
      const where = WHERE[keptVoice.keeping];
      this.status = `Learnt from ${clips(count)}, ${Math.round(seconds)} seconds of speech. ${where}`;
    } catch (error) {
      if (abort.signal.aborted) return;
      this.#fail(Object(error).code === 'too-few' ? NO_SPEECH : faultWords(error));
    }
  }

  #fail(problem: string): void {
    this.state = 'off';
    this.status = '';
    this.problem = problem;
  }

  #erase(): void {
    const isGone = keptVoice.erase();
    this.problem = isGone ? '' : LEFT;
    this.status = isGone ? 'Your voice was erased from this device.' : '';
  }
}
customElements.define('voice-view', VoiceView);
