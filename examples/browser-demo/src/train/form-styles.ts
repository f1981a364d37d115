import { type CSSResult, css } from 'lit';

/** Groups of choices, labels above their fields. */
export const formStyles: CSSResult = css`
  fieldset { border: 0; padding: 0; margin: 1.5rem 0 0; min-inline-size: 0; }
  legend { font-size: 1.15rem; font-weight: 700; padding: 0; margin-block-end: 0.25rem; }
  label { display: grid; grid-template-columns: minmax(0, auto); gap: 0.2rem; font-weight: 600;
    justify-items: start; max-inline-size: 100%; }
  label.check { display: flex; gap: 0.5rem; align-items: baseline; font-weight: 400; }
  select, input { max-inline-size: 100%; padding: 0.3rem; font-weight: 400;
    background: var(--surface); color: var(--text); border: 1px solid var(--line);
    border-radius: 0.4rem; min-block-size: 2.25rem; }
  input[type="checkbox"] { min-block-size: 0; }
  input[type="file"] { padding: 0; border: 0; background: none; }
  input[type="number"] { inline-size: 7rem; }
  .more { display: flex; flex-wrap: wrap; gap: 0.75rem 1.5rem; align-items: end; }
`;
