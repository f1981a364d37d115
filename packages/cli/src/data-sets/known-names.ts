/** How the files of well-known corpora are called. */
const CORPORA: readonly [name: string, form: RegExp][] = [
  ['CREMA-D', /^\d{4}_[A-Z]{3}_[A-Z]{3}_[A-Z]{1,2}\.wav$/i],
  ['EmoDB', /^\d\d[ab]\d\d[WLEAFTN][a-z]?\.wav$/],
  ['TESS', /^[OY]AF_\w+_\w+\.wav$/i],
  ['SAVEE', /^(?:(?:DC|JE|JK|KL)_)?(?:sa|su|[adfhn])\d\d\.wav$/],
  ['IEMOCAP', /^Ses\d\d[FM]_\w+\.wav$/i],
  ['MELD', /^dia\d+_utt\d+\.wav$/i],
];

/** The corpus that most of these files are called after; undefined where there is none. */
export function corpusOf(names: readonly string[]): string | undefined {
  const counts = CORPORA.map(([, form]) => names.filter((name) => form.test(name)).length);
  const most = Math.max(...counts);
  return most > names.length / 2 ? CORPORA[counts.indexOf(most)][0] : undefined;
}
