import type { TemplateResult } from 'lit';
import { type CSSResultGroup, css, html, LitElement, type PropertyDeclarations } from 'lit';

/**
 * The report that the command line writes, inside of the page. A frame or a tab of its own would
 * stand under the page's content security policy, which allows no style sheet in a document; here
 * the same sheets are adopted. It holds no scripts, and would be given none.
 */
export class RunReport extends LitElement {
  static override properties: PropertyDeclarations = { report: { attribute: false } };
  static override styles: CSSResultGroup = css`
    :host { display: block; }
    article { border: 1px solid var(--line); border-radius: var(--radius); overflow-x: auto; }
    @media (max-width: 40rem) {
      :host { margin-inline: -0.9rem; }
      article > .content { padding-inline: 0.6rem; }
    }
  `;

  /** The HTML of a document. */
  declare report: string;

  constructor() {
    super();
    this.report = '';
  }

  override render(): TemplateResult {
    return html`<article aria-label="Report"></article>`;
  }

  override updated(): void {
    const article = this.renderRoot.querySelector('article') as HTMLElement;
    const { sheets, content } = readReport(this.report);
    article.replaceChildren(...content);
    const own = sheets.map((text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      return sheet;
    });
    const root = this.renderRoot as ShadowRoot;
    const [first] = root.adoptedStyleSheets;
    root.adoptedStyleSheets = [first, ...own];
  }
}
customElements.define('run-report', RunReport);

/** What stands in place of parts of a document that a shadow tree has not. */
const SELECTORS: readonly [RegExp, string][] = [
  [/:root\b/g, ':host'],
  [/(^|[\s,}])body\b/g, '$1article'],
  [/(^|[\s,}])main\b/g, '$1.content'],
];

/** Holds an inline style until a script sets it. */
const STYLE = 'data-style';

/** A document without styles, and these by themselves. */
function readReport(text: string): { sheets: string[]; content: Node[] } {
  const sheets: string[] = [];
  // The policy refuses styles as soon as they are parsed. Text cannot look like them: in it the
  // characters < and " are escaped.
  const plain = text
    .replaceAll(' style="', ` ${STYLE}="`)
    .replace(/<style[^>]*>([\s\S]*?)<\/style>/g, (_, rules: string) => {
      sheets.push(SELECTORS.reduce((all, [from, to]) => all.replace(from, to), rules));
      return '';
    });
  const parsed = new DOMParser().parseFromString(plain, 'text/html');
  for (const each of parsed.querySelectorAll('script, iframe, object, link, base')) each.remove();
  const content = document.createElement('div');
  content.className = 'content';
  content.append(...(parsed.querySelector('main') ?? parsed.body).childNodes);
  for (const each of content.querySelectorAll<HTMLElement | SVGElement>(`[${STYLE}]`)) {
    // Set by a script, it is no inline style for the policy.
    each.style.cssText = each.getAttribute(STYLE) ?? '';
    each.removeAttribute(STYLE);
  }
  return { sheets, content: [content] };
}
