import { parseHTML } from 'linkedom';

/** The SVG as a document: its texts, its label, and elements by name. */
export function readSvg(svg: string): { svg: Element; texts: string[]; label: string } {
  const { document } = parseHTML(`<html><body>${svg}</body></html>`);
  const element = document.querySelector('svg');
  if (!element) throw new Error(`no <svg> in ${svg.slice(0, 80)}`);
  const texts = Array.from(element.querySelectorAll('text'), (text) => text.textContent ?? '');
  return { svg: element, texts, label: element.getAttribute('aria-label') ?? '' };
}
