import { type PlotOptions, plot } from '@observablehq/plot';
// Unlike `linkedom` itself, this file of it does not ask bundlers for the package `canvas`.
import { parseHTML } from 'linkedom/worker';
import { escapeHtml } from '../../util/escape-html.ts';
import { printable } from '../../util/printable.ts';

/** Two colours of Okabe and Ito's palette, which colour-blind readers can tell apart. */
export const BLUE = 'var(--ser-blue)';
export const VERMILION = 'var(--ser-vermilion)';

/** Figures follow the colour scheme of the page, or of the viewer that opens the file. */
const STYLE = `
.ser-figure { --ser-blue: #0072b2; --ser-vermilion: #c04f00; --ser-ink: #1b1c20; --ser-paper: #fff;
  --plot-background: var(--ser-paper); color: var(--ser-ink); background: var(--ser-paper);
  font: 13px system-ui, sans-serif; max-width: 100%; height: auto; }
@media (prefers-color-scheme: dark) {
  .ser-figure { --ser-blue: #56b4e9; --ser-vermilion: #ff8c42; --ser-ink: #e8e9ed;
    --ser-paper: #16181d; }
}`;

/** Stands for the label until it is written; in the first attribute, before any text of a user. */
const LABEL = 'ser-label';

/**
 * Draws with Observable Plot. Plot needs a document, which linkedom is in Node and in workers.
 *
 * @param description What the figure shows, for screen readers.
 */
export function drawSvg(
  options: PlotOptions,
  { title, description, width }: { title: string; description: string; width: number },
): string {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const svg = plot({
    // Room for labels of 13 pixels, where Plot's own have 10.
    marginLeft: 54,
    marginBottom: 48,
    ...options,
    x: { labelOffset: 40, ...options.x },
    width,
    document,
    className: 'ser-plot',
  });
  svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  svg.setAttribute('class', 'ser-figure ser-plot');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', LABEL);
  for (const attribute of ['font-size', 'font-family']) svg.removeAttribute(attribute);
  // Screen readers read the label. Without this they would read out each part as well.
  for (const child of svg.children) child.setAttribute('aria-hidden', 'true');
  const style = document.createElementNS('http://www.w3.org/2000/svg', 'style');
  style.textContent = STYLE;
  const name = document.createElementNS('http://www.w3.org/2000/svg', 'title');
  name.textContent = printable(title);
  svg.prepend(name, style);
  // linkedom leaves < and & in attributes, which HTML takes for text and XML for an error.
  const label = escapeHtml(printable(`${title}. ${description}`));
  return svg.outerHTML.replace(LABEL, () => label);
}
