import { html, type TemplateResult } from 'lit';
import type { Preview, PreviewSide } from './work/preview.ts';

/** More speakers are counted, not named. */
const MOST_NAMED = 6;

/** What choices would train and test, in a sentence. */
export function previewWords(preview: Preview): TemplateResult {
  if (preview.error !== undefined) return html`<p class="warning">${preview.error}</p>`;
  const { train, test } = preview;
  return html`<p>Trains on <strong>${sideWords(train)}</strong>, and tests on
    <strong>${sideWords(test)}</strong>.</p>`;
}

function sideWords({ clips, speakers }: PreviewSide): string {
  const count = `${clips.toLocaleString('en')} clips`;
  if (speakers.length === 0) return count;
  if (speakers.length > MOST_NAMED) return `${count} of ${speakers.length} speakers`;
  return `${count} of ${speakers.length > 1 ? 'the speakers' : 'the speaker'} ${speakers.join(', ')}`;
}
