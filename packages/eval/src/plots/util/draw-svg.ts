import { type PlotOptions, plot } from '@observablehq/plot';
import { parseHTML } from 'linkedom';

/** What every figure takes. */
export interface FigureOptions {
  /** What screen readers say first. Default: what the figure shows. */
  title?: string;
  /** Pixels; the figure shrinks with its container. Default 640. */
  width?: number;
}

/** Blue and vermilion of Okabe and Ito's palette: different for every kind of eye, and in grey. */
export const BLUE = 'var(--ser-blue)';
export const VERMILION = 'var(--ser-vermilion)';

/** Figures take the page's colour scheme; as files of their own, that of the viewer. */
const STYLE = `
.ser-figure { --ser-blue: #0072b2; --ser-vermilion: #c04f00; --ser-ink: #1b1c20; --ser-paper: #fff;
  --plot-background: var(--ser-paper); color: var(--ser-ink); background: var(--ser-paper);
  font: 13px system-ui, sans-serif; max-width: 100%; height: auto; }
@media (prefers-color-scheme: dark) {
  .ser-figure { --ser-blue: #56b4e9; --ser-vermilion: #ff8c42; --ser-ink: #e8e9ed; --ser-paper: #16181d; }
}`;

/**
 * Draws with Observable Plot, in Node and in workers too: linkedom is the document that it needs.
 *
 * @param description What the figure shows, in words, for those who cannot see it.
 */
export function drawSvg(
  options: PlotOptions,
  { title, description, width }: { title: string; description: string; width: number },
): string {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const svg = plot({
    // Room for labels of 13 pixels; Plot's own have 10.
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
  svg.setAttribute('aria-label', `${title}. ${description}`);
  for (const attribute of ['font-size', 'font-family']) svg.removeAttribute(attribute);
  // The label says it all; the parts would be read out one by one.
  for (const child of svg.children) child.setAttribute('aria-hidden', 'true');
  const style = document.createElementNS('http://www.w3.org/2000/svg', 'style');
  style.textContent = STYLE;
  const name = document.createElementNS('http://www.w3.org/2000/svg', 'title');
  name.textContent = title;
  svg.prepend(name, style);
  return svg.outerHTML;
}
