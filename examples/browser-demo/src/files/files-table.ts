import {
  type CSSResultGroup,
  css,
  html,
  LitElement,
  type PropertyDeclarations,
  type TemplateResult,
} from 'lit';
import { guard } from 'lit/directives/guard.js';
import { download } from '../parts/download.ts';
import { clock, percent } from '../parts/format.ts';
import { shared } from '../styles/shared.ts';
import { exportRows, toCsv } from './export-rows.ts';
import type { FileEntry } from './file-entry.ts';
import { type SortKey, type SortOrder, sortEntries } from './sort-entries.ts';

const COLUMNS: readonly { key: SortKey; title: string; number?: boolean }[] = [
  { key: 'name', title: 'File' },
  { key: 'duration', title: 'Length', number: true },
  { key: 'label', title: 'Emotion' },
  { key: 'score', title: 'Score', number: true },
];

/** All files; sends `choose` and `remove` with an entry's id, and `clear`. */
export class FilesTable extends LitElement {
  static override properties: PropertyDeclarations = {
    entries: { attribute: false },
    chosen: { attribute: false },
    order: { state: true },
  };
  static override styles: CSSResultGroup = [
    shared,
    css`
      :host { margin-block: 1rem; }
      table { inline-size: 100%; }
      thead button { border: 0; padding: 0.2rem 0; background: none; font-weight: 600; color: inherit; }
      tbody th { font-weight: 400; }
      tr.chosen { background: var(--raised); }
      tr.chosen th { border-inline-start: 4px solid var(--accent); }
      .name { overflow-wrap: anywhere; min-inline-size: 9rem; }
      .name button { border: 0; padding: 0.2rem 0; background: none; color: var(--accent);
        text-decoration: underline; display: -webkit-box; -webkit-box-orient: vertical;
        -webkit-line-clamp: 3; overflow: hidden; }
      .state { overflow-wrap: anywhere; min-inline-size: 5.5rem; }
      .progress { display: flex; gap: 0.75rem; align-items: center; max-inline-size: 34rem; }
      .progress span { white-space: nowrap; }
      .scroll { max-block-size: 30rem; overflow-y: auto; }
      thead { position: sticky; inset-block-start: 0; background: var(--surface); }
      @media (max-width: 40rem) {
        .length { display: none; }
        table { font-size: 0.9rem; }
        th, td { padding-inline: 0.25rem; }
        .name, .state { min-inline-size: 4.5rem; }
        td button { padding-inline: 0.5rem; }
      }
      .tag { font-size: 0.8rem; border: 1px solid var(--line); border-radius: 1rem;
        padding: 0 0.5rem; margin-inline-start: 0.4rem; white-space: nowrap; }
    `,
  ];

  declare entries: readonly FileEntry[];
  declare chosen: number;
  declare order: SortOrder;

  constructor() {
    super();
    this.entries = [];
    this.chosen = 0;
    this.order = { key: 'added', descending: false };
  }

  /** Puts the focus on the last row: the one that had it was removed. */
  override focus(options?: FocusOptions): void {
    const buttons = this.renderRoot.querySelectorAll<HTMLElement>('tbody td button');
    buttons[buttons.length - 1]?.focus(options);
  }

  override render(): TemplateResult {
    return html`
      <div class="row">
        <button @click=${this.#exportCsv}>Export CSV</button>
        <button @click=${this.#exportJson}>Export JSON</button>
        <button @click=${() => this.dispatchEvent(new Event('clear'))}>Remove all</button>
      </div>
      ${this.#summary()}
      <div class="scroll" role="region" aria-label="Files" tabindex="0">
        <table>
          <thead><tr>${COLUMNS.map((column) => this.#head(column))}<th scope="col">State</th>
            <th scope="col"><span class="visually-hidden">Remove</span></th></tr></thead>
          <tbody>${sortEntries(this.entries, this.order).map((entry) => {
            const isChosen = entry.id === this.chosen;
            return guard([entry, isChosen], () => this.#row(entry, isChosen));
          })}</tbody>
        </table>
      </div>
    `;
  }

  #head({ key, title, number }: (typeof COLUMNS)[number]): TemplateResult {
    const isSorted = this.order.key === key;
    const sort = !isSorted ? 'none' : this.order.descending ? 'descending' : 'ascending';
    const arrow = !isSorted ? '' : this.order.descending ? ' ▼' : ' ▲';
    const turn = () => {
      this.order = { key, descending: isSorted && !this.order.descending };
    };
    return html`<th scope="col" aria-sort=${sort} class="${number ? 'number' : ''} ${key === 'duration' ? 'length' : ''}">
      <button @click=${turn}>${title}<span aria-hidden="true">${arrow}</span></button></th>`;
  }

  /** How far it is with many files; read aloud once it is done. */
  #summary(): TemplateResult | string {
    const { entries } = this;
    const count = entries.length;
    if (count < 2) return '';
    const failed = entries.filter(({ state }) => state === 'failed').length;
    const done = entries.filter(({ state }) => state === 'done').length + failed;
    const faults = failed > 0 ? `, and ${failed} could not be read` : '';
    return html`${
      done < count
        ? html`<p class="progress"><progress max=${count} value=${done} aria-label="Files"></progress>
          <span class="number">${done} of ${count}</span></p>`
        : ''
    }
      <p role="status">${done < count ? '' : `${count - failed} files were heard${faults}.`}</p>`;
  }

  #row(entry: FileEntry, isChosen: boolean): TemplateResult {
    const { id, name, synthetic, analysis } = entry;
    const best = analysis.answer?.scores[0];
    return html`<tr class=${isChosen ? 'chosen' : ''}>
      <th scope="row" class="name">
        <button aria-pressed=${isChosen} title=${name} @click=${() => this.#tell('choose', id)}><bdi>${name}</bdi></button>
        ${synthetic ? html`<span class="tag">synthetic</span>` : ''}
      </th>
      <td class="number length">${analysis.duration === undefined ? '' : clock(analysis.duration)}</td>
      <td>${best?.label ?? ''}</td>
      <td class="number">${best ? percent(best.score) : ''}</td>
      <td class="state">${stateWords(entry)}</td>
      <td><button aria-label="Remove ${name}" @click=${() => this.#tell('remove', id)}>✕</button></td>
    </tr>`;
  }

  #tell(type: string, detail: number): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  #exportCsv(): void {
    download('emotions.csv', toCsv(exportRows(this.entries)), 'text/csv');
  }

  #exportJson(): void {
    const text = `${JSON.stringify(exportRows(this.entries), null, 2)}\n`;
    download('emotions.json', text, 'application/json');
  }
}
customElements.define('files-table', FilesTable);

function stateWords({ state, error, analysis: { answer } }: FileEntry): string | TemplateResult {
  if (state === 'failed') return html`<span class="warning">Not read:</span> ${error}`;
  if (state === 'waiting') return 'waiting';
  if (state === 'reading') return 'listening…';
  if (!answer?.speech) return 'no speech';
  return answer.familiar === false ? html`<span class="warning">not familiar</span>` : 'heard';
}
