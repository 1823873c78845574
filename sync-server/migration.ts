/** One step of the database's shape. Never change one that has shipped: add another. */
export interface Migration {
  readonly name: string
  readonly sql: string
}
