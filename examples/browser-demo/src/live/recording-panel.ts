import type { Audio } from '@ser/recognizer';
import {
  type CSSResultGroup,
  css,
  html,
  LitElement,
  type PropertyDeclarations,
  type TemplateResult,
} from 'lit';
import { faultWords } from '../microphone/microphone-words.ts';
import { Recording } from '../microphone/recording.ts';
import { clock } from '../parts/format.ts';
import { recognition } from '../recognition/recognition.ts';
import { shared } from '../styles/shared.ts';

/** Minutes that a recording has, at most: 30 MB of a WAV. */
const LONGEST = 5;

interface Kept {
  readonly url: string;
  readonly name: string;
  readonly seconds: number;
  readonly bytes: number;
}

/** Keeps what the microphone hears, from Record to Stop, as a WAV to download. */
export class RecordingPanel extends LitElement {
  static override properties: PropertyDeclarations = {
    runs: { type: Boolean },
    seconds: { state: true },
    isRecording: { state: true },
    kept: { state: true },
    message: { state: true },
  };
  static override styles: CSSResultGroup = [shared, css`audio { inline-size: 100%; }`];

  declare runs: boolean;
  declare seconds: number;
  declare isRecording: boolean;
  declare kept: Kept | undefined;
  declare message: string;
  #recording = new Recording(60 * LONGEST);
  /** Counts recordings: one that was begun meanwhile takes the place of one that is still written. */
  #turn = 0;

  constructor() {
    super();
    this.runs = false;
    this.isRecording = false;
    this.seconds = 0;
    this.message = '';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#forget();
  }

  override render(): TemplateResult {
    const { kept, isRecording } = this;
    return html`
      <h2 id="record">A recording</h2>
      <p class="muted">Nothing is kept unless you press Record. A recording has up to ${LONGEST}
        minutes, stays in this page, and is gone with it unless you download it.</p>
      <div class="row" role="group" aria-labelledby="record">
        <button ?disabled=${!this.runs && !isRecording} @click=${this.#toggle}>
          ${isRecording ? 'Stop recording' : 'Record'}</button>
        ${isRecording ? html`<span class="number">${clock(this.seconds)}</span>` : ''}
      </div>
      <p role="status">${this.message}</p>
      ${
        kept
          ? html`<audio controls src=${kept.url} aria-label="Play the recording"></audio>
            <div class="row"><a class="button" href=${kept.url} download=${kept.name}>Download
              ${kept.name}</a> <span class="muted">${clock(kept.seconds)},
              ${(kept.bytes / 1e6).toFixed(1)} MB</span>
            <button @click=${this.#forget}>Delete the recording</button></div>`
          : ''
      }
    `;
  }

  override updated(changed: Map<string, unknown>): void {
    // The microphone was switched off, or is gone.
    if (changed.has('runs') && !this.runs && this.isRecording) void this.#finish();
  }

  /** Takes what was heard, while it records. */
  push(piece: Audio): void {
    if (!this.isRecording) return;
    this.#recording.push(piece);
    this.seconds = this.#recording.seconds;
    if (this.#recording.isFull) void this.#finish();
  }

  #toggle(): void {
    if (this.isRecording) {
      void this.#finish();
      return;
    }
    this.#forget();
    this.seconds = 0;
    this.isRecording = true;
    this.message = 'Recording.';
  }

  async #finish(): Promise<void> {
    this.isRecording = false;
    const turn = this.#turn;
    const { audio, isFull, seconds } = this.#recording;
    this.#recording = new Recording(60 * LONGEST);
    if (!audio) {
      this.message = 'Nothing was heard, so there is no recording.';
      return;
    }
    try {
      const { bytes } = await recognition().run('write-wav', audio, {
        transfer: [audio.samples.buffer],
      });
      if (turn !== this.#turn) return;
      const blob = new Blob([bytes], { type: 'audio/wav' });
      this.kept = {
        url: URL.createObjectURL(blob),
        name: 'recording.wav',
        seconds,
        bytes: bytes.length,
      };
      this.message = isFull
        ? `The recording is full: it has ${LONGEST} minutes.`
        : 'The recording is ready.';
    } catch (error) {
      if (turn === this.#turn) this.message = faultWords(error);
    }
  }

  #forget(): void {
    this.#turn++;
    if (this.kept) URL.revokeObjectURL(this.kept.url);
    this.kept = undefined;
    this.message = '';
  }
}
customElements.define('recording-panel', RecordingPanel);
