import type { VoiceJson } from '@ser/recognizer';
import {
  type CSSResultGroup,
  html,
  LitElement,
  type PropertyDeclarations,
  type TemplateResult,
} from 'lit';
import { complaintOf } from '../parts/complaint-of.ts';
import '../parts/drop-zone.ts';
import { inputStyles } from '../parts/input-styles.ts';
import { filesOfInput, type PickedFile } from '../parts/picked-files.ts';
import { recognition } from '../recognition/recognition.ts';
import type { ExampleName } from '../recognition/sound/examples.ts';
import { shared } from '../styles/shared.ts';
import { keptVoice } from '../voice/kept-voice.ts';
import '../voice/voice-switch.ts';
import { HeardFiles } from './heard-files.ts';
import './files-table.ts';
import type { FilesTable } from './files-table.ts';
import './sound-panel.ts';
import { soundsAmong } from './sounds-among.ts';

const EXAMPLES: readonly { name: ExampleName; title: string }[] = [
  { name: 'lively', title: 'A lively voice' },
  { name: 'low', title: 'A low, quiet voice' },
  { name: 'changing', title: 'Forty seconds that change' },
  { name: 'hum', title: 'A hum, no voice' },
];

/** Files and folders: dropped or chosen, heard, drawn, listed and exported. */
export class FilesView extends LitElement {
  static override properties: PropertyDeclarations = {
    chosen: { state: true },
    problem: { state: true },
  };
  static override styles: CSSResultGroup = [shared, inputStyles];

  declare chosen: number;
  /** Why nothing was added. */
  declare problem: string;
  readonly #list: HeardFiles = new HeardFiles(recognition(), () => keptVoice.used);
  #voice: VoiceJson | undefined = keptVoice.used;

  constructor() {
    super();
    this.chosen = 0;
    this.problem = '';
    this.#list.addEventListener('change', () => this.requestUpdate());
    keptVoice.addEventListener('change', () => this.#useVoice());
  }

  override render(): TemplateResult {
    const { entries } = this.#list;
    const entry = entries.find(({ id }) => id === this.chosen);
    return html`
      <h1>Which emotion is in a recording?</h1>
      <drop-zone @files=${this.#drop}>
        <div class="inputs">
          <label>Choose recordings, or drop them here
            <input type="file" name="files" multiple
              accept="audio/*,video/*,.wav,.flac,.ogg,.opus" @change=${this.#choose}></label>
          <label>or a folder
            <input type="file" name="folder" webkitdirectory @change=${this.#choose}></label>
        </div>
        <p class="muted">WAV, MP3, FLAC, Ogg, MP4 and whatever else this browser decodes. They stay on
          this device.</p>
        <p class="warning" role="alert">${this.problem}</p>
        <p id="try">No recording at hand? Try a synthetic one:</p>
        <div class="row" role="group" aria-labelledby="try">
          ${EXAMPLES.map(
            ({ name, title }) =>
              html`<button @click=${() => this.#addExample(name, title)}>${title}</button>`,
          )}
        </div>
        <voice-switch></voice-switch>
      </drop-zone>
      ${
        entries.length > 0
          ? html`<files-table .entries=${entries} .chosen=${this.chosen}
            @choose=${this.#show} @remove=${this.#remove}
            @clear=${this.#clear}></files-table>`
          : ''
      }
      ${entry ? html`<sound-panel .entry=${entry}></sound-panel>` : ''}
    `;
  }

  #add(picked: readonly PickedFile[], synthetic = false): void {
    const sounds = soundsAmong(picked);
    this.problem = sounds.length > 0 ? '' : 'There is no recording in it.';
    const [first] = this.#list.add(sounds, { synthetic });
    if (first) this.chosen = first.id;
  }

  async #addExample(name: ExampleName, title: string): Promise<void> {
    try {
      const { bytes } = await recognition().run('example', { name });
      const file = new File([bytes], `${title}.wav`, { type: 'audio/wav' });
      this.#add([{ file, path: file.name }], true);
    } catch (error) {
      this.problem = complaintOf(error);
    }
  }

  #useVoice(): void {
    if (keptVoice.used === this.#voice) return;
    this.#voice = keptVoice.used;
    this.#list.hearAgain();
  }

  #choose({ target }: Event): void {
    const input = target as HTMLInputElement;
    this.#add(filesOfInput(input));
    // The same file can be chosen again.
    input.value = '';
  }

  #drop({ detail }: CustomEvent<PickedFile[]>): void {
    this.#add(detail);
  }

  #show({ detail }: CustomEvent<number>): void {
    this.chosen = detail;
  }

  #remove({ detail }: CustomEvent<number>): void {
    this.#list.remove(detail);
    if (this.chosen === detail) this.chosen = this.#list.entries[0]?.id ?? 0;
    void this.#keepFocus();
  }

  #clear(): void {
    this.#list.removeAll();
    this.chosen = 0;
    void this.#keepFocus();
  }

  /** Where the button is gone that had the focus, and no other has its place, another gets it. */
  async #keepFocus(): Promise<void> {
    await this.updateComplete;
    const table = this.renderRoot.querySelector<FilesTable>('files-table');
    await table?.updateComplete;
    if ((this.renderRoot as ShadowRoot).activeElement) return;
    (table ?? this.renderRoot.querySelector('input'))?.focus({ preventScroll: true });
  }
}
customElements.define('files-view', FilesView);
