/** Takes the rows of one table to and from the form in which they lie on the disk. */
export interface RowSeal<Row, Keys> {
  seal(rows: readonly Row[]): Promise<readonly Keys[]>
  /** In their order. A row that cannot be opened stands there as a damaged one, or is left out. */
  open(rows: readonly Keys[]): Promise<readonly Row[]>
}

/** A row on the disk: the fields that its table is searched by, and all others under a seal. */
export interface SealedPart {
  readonly sealed: Uint8Array
}

export const isSealed = (row: object): row is SealedPart =>
  'sealed' in row && row.sealed instanceof Uint8Array
