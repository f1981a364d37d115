import { Job } from 'kubernetes-models/batch/v1/Job';
import { PersistentVolumeClaim } from 'kubernetes-models/v1/PersistentVolumeClaim';

type Model = new (object: object) => { validate(): void };
const MODELS = { Job, PersistentVolumeClaim } as Record<string, unknown> as Record<string, Model>;

/**
 * What the schema of Kubernetes has against an object, a sentence each. A server may drop a field
 * that it does not know in silence; here it is a fault.
 */
export function kubernetesFaults(object: { kind: string }): string[] {
  const { kind } = object;
  if (!Object.hasOwn(MODELS, kind)) return [`${kind} is a kind that this test does not know`];
  const unread = new Set<string>();
  try {
    // The constructor reads all fields, the check only those that it knows.
    watched(new MODELS[kind](object), '', unread).validate();
  } catch (error) {
    return [String(error)];
  }
  return [...unread].map((path) => `${path} is a field that ${kind} does not have`);
}

/** The value, which puts the paths of its fields into `unread` and takes out what is read. */
function watched<T>(value: T, path: string, unread: Set<string>): T {
  if (typeof value !== 'object' || value === null) return value;
  const children = new Map(
    Object.entries(value).map(([key, child]) => {
      unread.add(`${path}/${key}`);
      return [key, watched(child, `${path}/${key}`, unread)];
    }),
  );
  return new Proxy(value, {
    get(target, key) {
      unread.delete(`${path}/${String(key)}`);
      return children.get(String(key)) ?? Reflect.get(target, key);
    },
  });
}
