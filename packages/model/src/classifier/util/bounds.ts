/**
 * What a saved classifier may hold. A stranger's file is held against these numbers before anything
 * is built of it. Each is some ten times that of the largest published models.
 */
export const BOUNDS: Readonly<
  Record<
    | 'jsonBytes'
    | 'depth'
    | 'layers'
    | 'objects'
    | 'containers'
    | 'connections'
    | 'batch'
    | 'values',
    number
  >
> = {
  /** Bytes of `model.json`. */
  jsonBytes: 8 * 2 ** 20,
  /** Its lists and objects. */
  containers: 200_000,
  /** How deep it may be nested. */
  depth: 200,
  /** Layers, those of nested models included. */
  layers: 2000,
  /** Layers, cells, initialisers and all else that has a class. */
  objects: 20_000,
  /** Inputs of all layers together. */
  connections: 8000,
  /** Examples in a batch of a fixed size. */
  batch: 4096,
  /** Values of one tensor between two layers, for one example: 256 MiB. */
  values: 2 ** 26,
};
