import { type CSSResult, css } from 'lit';

/** Inputs of files in a row, each below its name. */
export const inputStyles: CSSResult = css`
  .inputs { display: flex; flex-wrap: wrap; gap: 0.75rem 2rem; }
  .inputs label { display: grid; grid-template-columns: minmax(0, auto); gap: 0.2rem;
    font-weight: 600; max-inline-size: 100%; }
  input[type="file"] { max-inline-size: 100%; font-weight: 400; }
`;
