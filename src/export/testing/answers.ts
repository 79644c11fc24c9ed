/** What the AWS CLI answered in one account and Region: a list by the name of the answer. */
export interface Answers {
  /** Names such as `describe-vpcs` or `get-transit-gateway-route-table-associations.tgw-rtb-1`. */
  readonly names: readonly string[]
  readonly list: (name: string, key: string) => readonly Row[]
}

/** One thing in an answer; fields by their EC2 names. */
export type Row = Readonly<Record<string, unknown>>

export const textOf = (row: Row, field: string): string => {
  const value = row[field]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

export const rowsOf = (row: Row, field: string): readonly Row[] => (row[field] ?? []) as Row[]

export const textsOf = (row: Row, field: string): readonly string[] =>
  (row[field] ?? []) as string[]

export const nameOf = (row: Row): string => {
  // network interfaces call their tags by another name
  const tags = [...rowsOf(row, 'Tags'), ...rowsOf(row, 'TagSet')]
  const tag = tags.find((it) => it['Key'] === 'Name')
  return tag ? textOf(tag, 'Value') : ''
}
