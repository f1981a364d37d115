import { parse } from '@babel/parser';

/** A node of Babel's syntax tree, as far as it matters here. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

/** The syntax tree of a TypeScript module. */
export function parseModule(text: string): Node {
  const { program } = parse(text, { sourceType: 'module', plugins: ['typescript'] });
  return program as unknown as Node;
}

/**
 * Calls `visit` with each node that runs, and with the nodes around it, the outermost first. Types
 * and imports do not run.
 */
export function walk(node: Node, visit: (node: Node, around: readonly Node[]) => void): void {
  const around: Node[] = [];
  const enter = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) enter(item);
    if (!isNode(value) || value.type.startsWith('TSType') || value.type.startsWith('Import'))
      return;
    if (value.type === 'TSInterfaceDeclaration') return;
    visit(value, around);
    around.push(value);
    for (const field of Object.values(value)) enter(field);
    around.pop();
  };
  enter(node);
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

/**
 * Whether a node is a list of option names, `const X_OPTIONS: OptionNames<…> = { … }`. Only its keys
 * are ever read, and the compiler holds them to the type.
 */
export function isOptionNames(node: Node): boolean {
  const { id } = node;
  if (node.type !== 'VariableDeclarator' || !isNode(id) || !isNode(id.typeAnnotation)) return false;
  const { typeAnnotation } = id.typeAnnotation;
  if (!isNode(typeAnnotation) || !isNode(typeAnnotation.typeName)) return false;
  return typeAnnotation.typeName.name === 'OptionNames';
}

/**
 * Whether a node makes the text of an error or of a warning. Tests hold to what a message names,
 * and leave its words free.
 */
export function isInMessage(around: readonly Node[]): boolean {
  return around.some(({ type, callee }) => {
    if (type === 'ThrowStatement' || type === 'TemplateLiteral') return true;
    return type === 'NewExpression' && isNode(callee) && /Error$/.test(String(callee.name));
  });
}
