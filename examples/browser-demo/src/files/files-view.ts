import type { VoiceJson } from '@ser/recognizer';
import {
  type CSSResultGroup,
  css,
  html,
  LitElement,
  type PropertyDeclarations,
  type TemplateResult,
} from 'lit';
import { recognition } from '../recognition/recognition.ts';
import type { ExampleName } from '../recognition/sound/examples.ts';
import { shared } from '../styles/shared.ts';
import { keptVoice } from '../voice/kept-voice.ts';
import '../voice/voice-switch.ts';
import { HeardFiles } from './heard-files.ts';
import './files-table.ts';
import './sound-panel.ts';

const EXAMPLES: readonly { name: ExampleName; title: string }[] = [
  { name: 'lively', title: 'A lively voice' },
  { name: 'low', title: 'A low, quiet voice' },
  { name: 'changing', title: 'Forty seconds that change' },
  { name: 'hum', title: 'A hum, no voice' },
];

/** Files: dropped or chosen, heard, drawn, listed and exported. */
export class FilesView extends LitElement {
  static override properties: PropertyDeclarations = {
    chosen: { state: true },
    isOver: { state: true },
  };
  static override styles: CSSResultGroup = [
    shared,
    css`
      .drop { border: 2px dashed var(--line); border-radius: var(--radius); padding: 1.25rem;
        background: var(--raised); }
      .drop.over { border-style: solid; border-color: var(--accent); }
      .drop input { max-inline-size: 100%; }
      label { font-weight: 600; }
    `,
  ];

  declare chosen: number;
  declare isOver: boolean;
  readonly #list: HeardFiles = new HeardFiles(recognition(), () => keptVoice.used);
  #voice: VoiceJson | undefined = keptVoice.used;

  constructor() {
    super();
    this.chosen = 0;
    this.isOver = false;
    this.#list.addEventListener('change', () => this.requestUpdate());
    keptVoice.addEventListener('change', () => this.#useVoice());
  }

  override render(): TemplateResult {
    const { entries } = this.#list;
    const entry = entries.find(({ id }) => id === this.chosen);
    return html`
      <h1>Which emotion is in a recording?</h1>
      <div class="drop ${this.isOver ? 'over' : ''}" @dragover=${this.#over}
        @dragleave=${this.#leave} @drop=${this.#drop}>
        <p><label for="files">Choose recordings, or drop them here</label></p>
        <input id="files" type="file" multiple accept="audio/*,video/*,.wav,.flac,.ogg,.opus"
          @change=${this.#choose}>
        <p class="muted">WAV, MP3, FLAC, Ogg, MP4 and whatever else this browser decodes. They stay on
          this device.</p>
        <p id="try">No recording at hand? Try a synthetic one:</p>
        <div class="row" role="group" aria-labelledby="try">
          ${EXAMPLES.map(
            ({ name, title }) =>
              html`<button @click=${() => this.#addExample(name, title)}>${title}</button>`,
          )}
        </div>
        <voice-switch></voice-switch>
      </div>
      ${
        entries.length > 0
          ? html`<files-table .entries=${entries} .chosen=${this.chosen}
            @choose=${this.#show} @remove=${this.#remove}></files-table>`
          : ''
      }
      ${entry ? html`<sound-panel .entry=${entry}></sound-panel>` : ''}
    `;
  }

  #add(files: Iterable<File>, synthetic = false): void {
    const [first] = this.#list.add(files, { synthetic });
    if (first) this.chosen = first.id;
  }

  async #addExample(name: ExampleName, title: string): Promise<void> {
    const { bytes } = await recognition().run('example', { name });
    this.#add([new File([bytes], `${title}.wav`, { type: 'audio/wav' })], true);
  }

  #useVoice(): void {
    if (keptVoice.used === this.#voice) return;
    this.#voice = keptVoice.used;
    this.#list.hearAgain();
  }

  #choose({ target }: Event): void {
    const input = target as HTMLInputElement;
    this.#add(input.files ?? []);
    // The same file can be chosen again.
    input.value = '';
  }

  #over(event: DragEvent): void {
    event.preventDefault();
    this.isOver = true;
  }

  #leave(): void {
    this.isOver = false;
  }

  #drop(event: DragEvent): void {
    event.preventDefault();
    this.isOver = false;
    this.#add(event.dataTransfer?.files ?? []);
  }

  #show({ detail }: CustomEvent<number>): void {
    this.chosen = detail;
  }

  #remove({ detail }: CustomEvent<number>): void {
    this.#list.remove(detail);
    if (this.chosen === detail) this.chosen = this.#list.entries[0]?.id ?? 0;
  }
}
customElements.define('files-view', FilesView);
