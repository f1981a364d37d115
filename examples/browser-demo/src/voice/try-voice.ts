import type { Audio } from '@ser/recognizer';
import {
  type CSSResultGroup,
  css,
  html,
  type PropertyDeclarations,
  type TemplateResult,
} from 'lit';
import { faultWords } from '../microphone/microphone-words.ts';
import { answerWords } from '../parts/answer-words.ts';
import { inOrder } from '../parts/in-order.ts';
import { LeavingView } from '../parts/leaving-view.ts';
import '../parts/score-bars.ts';
import type { Answer } from '../recognition/analysis.ts';
import { recognition } from '../recognition/recognition.ts';
import { shared } from '../styles/shared.ts';
import { keptVoice } from './kept-voice.ts';
import { NEXT } from './reading.ts';
import { VoiceRecorder } from './voice-recorder.ts';

/** Seconds of a sentence, at most. */
const LONGEST = 5;

/** The next sentence, heard without the voice and with it, side by side. */
export class TryVoice extends LeavingView {
  static override properties: PropertyDeclarations = {
    state: { state: true },
    seconds: { state: true },
    turn: { state: true },
    answers: { state: true },
    problem: { state: true },
  };
  static override styles: CSSResultGroup = [
    shared,
    css`
      .sentence { font-size: 1.2rem; }
      .sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr)); gap: 1.5rem; }
      h3 { font-size: 1rem; margin: 0.5rem 0; }
      progress { inline-size: 12rem; }
    `,
  ];

  declare state: 'off' | 'on' | 'computing';
  declare seconds: number;
  declare turn: number;
  declare answers: { before: Answer; after: Answer } | undefined;
  declare problem: string;
  #recorder: VoiceRecorder | undefined;
  #work: AbortController | undefined;

  constructor() {
    super();
    this.state = 'off';
    this.seconds = 0;
    this.turn = 0;
    this.problem = '';
  }

  /** Also where the view that it stands in is left, since that one is hidden. */
  onLeave(): void {
    this.#recorder?.cancel();
    this.#work?.abort();
    this.state = 'off';
  }

  override render(): TemplateResult {
    const { state, answers } = this;
    return html`<section class="card" aria-labelledby="try">
      <h2 id="try">Before and after</h2>
      <p>Say the next sentence, in any mood. The same recording is heard twice.</p>
      <p class="sentence">“${NEXT[this.turn % NEXT.length]}”</p>
      <div class="row">
        ${
          state === 'on'
            ? html`<button class="primary" @click=${() => this.#recorder?.finish()}>Done</button>
              <label>Time <progress max=${LONGEST} value=${this.seconds}></progress></label>`
            : html`<button ?disabled=${state === 'computing'} @click=${this.#start}>Say it</button>`
        }
      </div>
      <p role="alert" class="warning">${this.problem}</p>
      <div role="status">${answers ? html`<p>${difference(answers)}</p>` : ''}</div>
      ${
        answers
          ? html`<div class="sides">
            ${side('Without your voice', answers.before)} ${side('With your voice', answers.after)}
          </div>`
          : ''
      }
    </section>`;
  }

  #start(): void {
    this.problem = '';
    this.seconds = 0;
    this.state = 'on';
    this.#recorder = new VoiceRecorder(LONGEST, {
      onStarted: () => {},
      onPiece: (seconds) => {
        this.seconds = seconds;
      },
      onDone: (audio) => void this.#compare(audio),
      onFault: (error) => this.#fail(error),
    });
    void this.#recorder.start();
  }

  async #compare(audio: Audio | undefined): Promise<void> {
    const { kept } = keptVoice;
    this.state = 'off';
    if (!audio || !kept) return;
    this.state = 'computing';
    this.#work = new AbortController();
    const { signal } = this.#work;
    try {
      const { voice } = kept;
      this.answers = await recognition().run('compare', { audio, voice }, { signal });
      this.turn++;
      this.state = 'off';
    } catch (error) {
      if (!signal.aborted) this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    this.state = 'off';
    this.problem = faultWords(error);
  }
}
customElements.define('try-voice', TryVoice);

const side = (title: string, answer: Answer): TemplateResult => html`<div>
  <h3>${title}</h3>
  <p>${answerWords(answer)}</p>
  <score-bars .scores=${inOrder(answer.scores)}></score-bars>
</div>`;

/** What the voice changed, in a sentence. */
function difference({ before, after }: { before: Answer; after: Answer }): string {
  const [was, is] = [before.scores[0]?.label, after.scores[0]?.label];
  if (!was || !is) return 'No speech was heard.';
  if (was === is) return `Both times ${is}. One sentence proves nothing, either way.`;
  return `Without your voice: ${was}. With it: ${is}. Only you know which is nearer.`;
}
