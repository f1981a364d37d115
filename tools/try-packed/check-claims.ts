/** `console.log(x); // 1`, also behind `while (…)`. */
const PRINTED = /^(\s*|.*\) )console\.log\((.*)\); \/\/ (.+)$/;
/** `f(x); // 1`. */
const EXPRESSION = /^(\s*)(?!while|for|if|const|let|return)([^/\s={}](?:[^;=]|=>)*); \/\/ (.+)$/;

/**
 * Turns the values that comments show into checks: `f(x); // 0.75, the UAR` must give 0.75, and
 * `console.log(x); // [1, 2]` must be given that; of several values, what Node prints of them will
 * do as well, `console.log(x, y); // 1 [ 2, 3 ]`. A comment that begins with no JavaScript literal
 * is words, and stays.
 */
export function checkClaims(code: string): string {
  // A value that stands in the line below the call belongs to it.
  const joined = code.replaceAll(/^(\s*console\.log\(.*\);)\n\s*(\/\/ \{.*\})$/gm, '$1 $2');
  return joined
    .split('\n')
    .map((line) => {
      const [, start, value, comment = ''] = PRINTED.exec(line) ?? EXPRESSION.exec(line) ?? [];
      const literal = leadingLiteral(comment);
      if (literal === undefined) return line;
      return `${start}__claim([${value}], ${literal}, ${JSON.stringify(line.trim())});`;
    })
    .join('\n');
}

/** The longest beginning of a text that is a literal; undefined where there is none. */
function leadingLiteral(text: string): string | undefined {
  if (!/^(-?\d|'|\[|\{|true\b|false\b)/.test(text)) return undefined;
  const ends = [...text.matchAll(/[,;:\s]|$/g)].map(({ index }) => index).reverse();
  return ends
    .map((end) => text.slice(0, end))
    .find((candidate) => {
      try {
        new Function(`'use strict'; return (${candidate});`)();
        return true;
      } catch {
        return false;
      }
    });
}
