/**
 * Names that every object has, and an empty one; sorted as the letters a to e are, so that renaming
 * changes no order.
 */
export const HOSTILE_NAMES: readonly string[] = [
  '',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'toString',
];

/** Names that would break out of an element, an attribute or a line. */
export const INJECTIONS: readonly string[] = [
  '</title></style></script><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '--><!-- ]]> &lt;b&gt; &#x3c;',
  'a\u0000b\u001b[31m\u0007\u2028c',
];
