/** What a question has beside its subject; TypeDoc's search takes each for a part of any word. */
const STOP_WORDS = [
  ...['a', 'an', 'and', 'any', 'are', 'be', 'can', 'do', 'does', 'for', 'from', 'get', 'how', 'i'],
  ...['if', 'in', 'is', 'it', 'its', 'me', 'my', 'need', 'of', 'on', 'or', 'should', 'that', 'the'],
  ...[
    'there',
    'this',
    'to',
    'under',
    'use',
    'using',
    'was',
    'what',
    'when',
    'where',
    'which',
    'who',
  ],
  ...['why', 'will', 'with', 'work', 'you', 'your'],
];

/** A query without question marks and stop words; as it was, where nothing else is in it. */
export function subjectOf(query: string, stopWords: readonly string[] = STOP_WORDS): string {
  const words = query.replace(/[?!,]/g, ' ').split(/\s+/);
  const subject = words.filter((word) => word && !stopWords.includes(word.toLowerCase()));
  return subject.length > 0 ? subject.join(' ') : query;
}

/** A script for every page, after which TypeDoc's search reads the subject of what was typed. */
export const searchScript = (): string => `document.addEventListener('DOMContentLoaded', () => {
  const input = document.querySelector('#tsd-search-input');
  const { get, set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
  const stopWords = ${JSON.stringify(STOP_WORDS)};
  ${subjectOf.toString()}
  Object.defineProperty(input, 'value', {
    get() { return subjectOf(get.call(this), stopWords); },
    set(text) { set.call(this, text); },
  });
});
`;
