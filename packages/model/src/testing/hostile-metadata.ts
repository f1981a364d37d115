import { type Hostile, load, loadText } from './hostile-files.ts';

/** Labels, versions and JSON that are none. */
export const ODD_METADATA: Hostile = {
  'labels that are no list': () =>
    load((json) => {
      json.userDefinedMetadata.ser.labels = { length: 2 };
    }),
  'a million labels': () =>
    load((json) => {
      json.userDefinedMetadata.ser.labels = new Array(1e6).fill('a');
    }),
  'a label twice': () =>
    load((json) => {
      json.userDefinedMetadata.ser.labels = ['a', 'a'];
    }),
  'a version that is an object': () =>
    load((json) => {
      json.userDefinedMetadata.ser.version = { toString: 1 };
    }),
  'metadata that are a number': () =>
    load((json) => {
      json.userDefinedMetadata.ser = 5;
    }),
  'JSON that is null': () => loadText(() => 'null'),
  'JSON that is a list': () => loadText(() => '[]'),
  'JSON that is a number': () => loadText(() => '5'),
  'JSON that is cut short': () => loadText((text) => text.slice(0, -9)),
  'a page': () => loadText(() => '<!doctype html><p>no such page'),
  logits: () =>
    load((json) => {
      json.modelTopology.config.layers[1].config.activation = 'linear';
    }),
};
