import { escapeHtml } from '../../util/escape-html.ts';

/** A part of the page under a heading of its own. */
export function section(heading: string, content: string): string {
  return `<section><h2>${heading}</h2>${content}</section>`;
}

/** A drawing over its caption. */
export function figure(svg: string, caption: string): string {
  const text = `<figcaption>${escapeHtml(caption)}</figcaption>`;
  return `<figure><div class="scroll">${svg}</div>${text}</figure>`;
}

/** Content that the reader can open. */
export function details(summary: string, content: string): string {
  return `<details><summary>${escapeHtml(summary)}</summary>${content}</details>`;
}

/**
 * A table whose first column names its rows.
 *
 * @param name The table's name for screen readers.
 */
export function table(
  name: string,
  head: readonly string[],
  rows: readonly (readonly (string | number | boolean)[])[],
  kind: 'numbers' | 'prose' = 'numbers',
): string {
  const heads = head.map((cell) => `<th scope="col">${escapeHtml(cell)}</th>`).join('');
  const body = rows
    .map(([first, ...rest]) => {
      const cells = rest.map((value) => `<td>${escapeHtml(String(value))}</td>`).join('');
      return `<tr><th scope="row">${escapeHtml(String(first))}</th>${cells}</tr>`;
    })
    .join('');
  const content = `<thead><tr>${heads}</tr></thead><tbody>${body}</tbody>`;
  const element = `<table aria-label="${escapeHtml(name)}">${content}</table>`;
  return `<div class="scroll ${kind}">${element}</div>`;
}
