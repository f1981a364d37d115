/** Calls when colours become others: light, dark or forced. @returns What ends that. */
export function onSchemeChange(redraw: () => void): () => void {
  const schemes = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map((query) =>
    matchMedia(query),
  );
  for (const scheme of schemes) scheme.addEventListener('change', redraw);
  return () => {
    for (const scheme of schemes) scheme.removeEventListener('change', redraw);
  };
}
