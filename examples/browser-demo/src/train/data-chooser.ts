import {
  type CSSResultGroup,
  css,
  html,
  LitElement,
  type PropertyDeclarations,
  type TemplateResult,
} from 'lit';
import '../parts/drop-zone.ts';
import { inputStyles } from '../parts/input-styles.ts';
import { filesOfInput, type PickedFile } from '../parts/picked-files.ts';
import { shared } from '../styles/shared.ts';
import { splitCsv } from './split-csv.ts';
import type { DataSource } from './work/data/data-source.ts';

type Kind = DataSource['kind'];

const KINDS: readonly { kind: Kind; title: string; words: string }[] = [
  {
    kind: 'embedded',
    title: 'The table that comes along',
    words:
      '162 numbers for each clip of RAVDESS. For uses that are not commercial (CC BY-NC-SA 4.0).',
  },
  {
    kind: 'ravdess',
    title: 'RAVDESS recordings',
    words: 'A folder or the zips, as they are downloaded. The names say who speaks, and how.',
  },
  {
    kind: 'labelled',
    title: 'Recordings of your own',
    words: 'WAV files in a folder or a zip, and a CSV with columns file, label and maybe speaker.',
  },
  {
    kind: 'table',
    title: 'A table of features',
    words: 'A Parquet file, as ser features --out or pandas write it.',
  },
];

/** Where the data come from. Sends `source` with a `DataSource` once it is whole. */
export class DataChooser extends LitElement {
  static override properties: PropertyDeclarations = {
    disabled: { type: Boolean },
    kind: { state: true },
  };
  static override styles: CSSResultGroup = [
    shared,
    inputStyles,
    css`
      fieldset { border: 0; padding: 0; margin: 0; min-inline-size: 0; }
      legend { font-size: 1.15rem; font-weight: 700; padding: 0; margin-block-end: 0.25rem; }
      .kinds { display: grid; gap: 0.5rem; grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr)); }
      .kind { display: grid; grid-template-columns: auto 1fr; gap: 0 0.5rem; align-items: baseline;
        align-content: start;
        padding: 0.6rem; border: 1px solid var(--line); border-radius: var(--radius); cursor: pointer; }
      .kind:has(:checked) { border-color: var(--accent); outline: 1px solid var(--accent); }
      .kind span { font-weight: 600; }
      .kind small { grid-column: 2; color: var(--muted); font-size: 0.9rem; }
      drop-zone { margin-block-start: 0.75rem; }
    `,
  ];

  declare disabled: boolean;
  declare kind: Kind;
  #files: readonly PickedFile[] = [];
  #csv: File | undefined;

  constructor() {
    super();
    this.disabled = false;
    this.kind = 'embedded';
  }

  override firstUpdated(): void {
    this.#tell();
  }

  override render(): TemplateResult {
    return html`<fieldset ?disabled=${this.disabled}>
      <legend>1. Data</legend>
      <div class="kinds">
        ${KINDS.map(
          ({ kind, title, words }) => html`<label class="kind">
            <input type="radio" name="kind" value=${kind} .checked=${kind === this.kind}
              aria-labelledby="title-${kind}" aria-describedby="about-${kind}" @change=${() => this.#choose(kind)}>
            <span id="title-${kind}">${title}</span><small id="about-${kind}">${words}</small>
          </label>`,
        )}
      </div>
      ${this.kind === 'embedded' ? '' : this.#inputs()}
    </fieldset>`;
  }

  #inputs(): TemplateResult {
    const { kind } = this;
    const own = (event: Event) => filesOfInput(event.target as HTMLInputElement);
    const folder = html`<label>Folder
        <input type="file" name="folder" webkitdirectory @change=${(e: Event) => this.#take(own(e))}></label>
      <label>or zips
        <input type="file" name="zip" accept=".zip" multiple @change=${(e: Event) => this.#take(own(e))}></label>`;
    const table = html`<label>Parquet file
      <input type="file" name="table" accept=".parquet" @change=${(e: Event) => this.#take(own(e))}></label>`;
    const csv = html`<label>Labels (CSV)
      <input type="file" name="csv" accept=".csv,.tsv,text/csv"
        @change=${(e: Event) => this.#take(own(e))}></label>`;
    return html`<drop-zone ?disabled=${this.disabled}
      @files=${({ detail }: CustomEvent<PickedFile[]>) => this.#take(detail)}>
      <div class="inputs">${kind === 'table' ? table : folder}${kind === 'labelled' ? csv : ''}</div>
      <p class="muted">Or drop it here. Nothing is sent anywhere.</p>
    </drop-zone>`;
  }

  #choose(kind: Kind): void {
    this.kind = kind;
    this.#files = [];
    this.#csv = undefined;
    this.#tell();
  }

  #take(files: readonly PickedFile[]): void {
    const { csv, rest } = splitCsv(files);
    if (this.kind === 'labelled' && csv) this.#csv = csv;
    const kept = this.kind === 'labelled' ? rest : files;
    if (kept.length > 0) this.#files = kept;
    this.#tell();
  }

  /** Sends the source, or undefined while something of it is missing. */
  #tell(): void {
    this.dispatchEvent(new CustomEvent('source', { detail: this.#source() }));
  }

  #source(): DataSource | undefined {
    const { kind } = this;
    if (kind === 'embedded') return { kind };
    const files = this.#files;
    if (files.length === 0) return undefined;
    if (kind === 'table') return { kind, file: files[0].file };
    if (kind === 'ravdess') return { kind, files };
    return this.#csv && { kind, files, csv: this.#csv };
  }
}
customElements.define('data-chooser', DataChooser);
